using LeakLens.Engine;
using LeakLens.Engine.Library;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Modules;

namespace LeakLens.Workspace.Scanning;

/// <summary>What to scan, and how.</summary>
/// <param name="Jobs">How many files are analysed at the same time; at least 1.</param>
/// <param name="Rules">For files that no configuration is asked for.</param>
public sealed record ScanRequest(DiscoveredFiles Files, RuleSet Rules, int Jobs)
{
    /// <summary>Says which rules are in force for each file.</summary>
    public ConfigurationProvider? Configurations { get; init; }

    /// <summary>Why amounts are accepted, however large; null if they are not.</summary>
    public string? Allowance { get; init; }

    /// <summary>The fixes of all that is found are looked for, too: each costs one more analysis of its file.</summary>
    public bool FindsFixes { get; init; }

    /// <summary>Comments of the files may accept findings.</summary>
    public bool HonoursComments { get; init; } = true;

    /// <summary>What earlier scans found out, and where this one leaves what it does; null for none.</summary>
    public ReportCache? Cache { get; init; }

    /// <summary>Told of each file when it is done, from the thread that did it; the order is that of the ends.</summary>
    public Action<ScanSource, FileReport>? Done { get; init; }

    /// <summary>What lies in the folders that programs import from.</summary>
    internal ModuleFolders Folders { get; } = new();

    internal TargetVersion TargetFor(ScanSource source) => Configurations?.ForFile(source.FullPath).Target ?? default;

    internal LibraryModels? ModelsFor(ScanSource source) => Configurations?.ForFile(source.FullPath).Models;

    internal RuleSet RulesFor(ScanSource source) => Configurations?.ForFile(source.FullPath).RulesFor(source.FullPath) ?? Rules;
}
