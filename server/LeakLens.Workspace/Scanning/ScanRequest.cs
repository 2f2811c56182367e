using LeakLens.Engine.Rules;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Workspace.Scanning;

/// <summary>What to scan, and how.</summary>
/// <param name="Jobs">How many files are analysed at the same time; at least 1.</param>
public sealed record ScanRequest(DiscoveredFiles Files, RuleSet Rules, int Jobs);
