using LeakLens.Engine.Rules;

namespace LeakLens.Server.Cli;

/// <summary>What was asked of a scan.</summary>
internal sealed record ScanOptions
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required RuleSet Rules { get; init; }

    public required int Jobs { get; init; }

    public string Format { get; init; } = "text";

    public string? Output { get; init; }

    public string FailOn { get; init; } = "warning";

    public bool ExitZero { get; init; }

    public string? StdinFilename { get; init; }

    public bool Statistics { get; init; }

    public string? Color { get; init; }
}
