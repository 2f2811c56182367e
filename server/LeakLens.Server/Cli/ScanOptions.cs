using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Cli;

/// <summary>What was asked of a scan.</summary>
internal sealed record ScanOptions
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required ConfigurationSource Configuration { get; init; }

    public required int Jobs { get; init; }

    /// <summary>Null for what the configuration of the working folder says.</summary>
    public string? Format { get; init; }

    public string? Output { get; init; }

    public string FailOn { get; init; } = "warning";

    public bool ExitZero { get; init; }

    public string? StdinFilename { get; init; }

    /// <summary>Why large allocations are accepted; null if they are not.</summary>
    public string? Allowance { get; init; }

    /// <summary>Fixes are looked for, too.</summary>
    public bool ShowFixes { get; init; }

    public bool Statistics { get; init; }

    public string? Color { get; init; }
}
