using System.Collections.Immutable;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Cli;

/// <summary>What was asked of a scan.</summary>
internal sealed record ScanOptions
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required ConfigurationSource Configuration { get; init; }

    public required int Jobs { get; init; }

    /// <summary>What is printed comes first.</summary>
    public required ImmutableArray<ReportTarget> Reports { get; init; }

    public string FailOn { get; init; } = "warning";

    public bool ExitZero { get; init; }

    public string? StdinFilename { get; init; }

    /// <summary>Why large allocations are accepted; null if they are not.</summary>
    public string? Allowance { get; init; }

    /// <summary>Fixes are looked for, too.</summary>
    public bool ShowFixes { get; init; }

    public bool Statistics { get; init; }

    /// <summary>Nothing but findings and errors is printed.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Where results are kept between runs; null for nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>It was asked for by name.</summary>
    public bool IsCacheNamed { get; init; }

    /// <summary>The file with the findings that are forgiven; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The file to write them to; null for none.</summary>
    public string? NewBaseline { get; init; }

    /// <summary>The revision since which lines must have changed for a finding to be told; null for all findings.</summary>
    public string? DiffBase { get; init; }

    public string? Color { get; init; }
}
