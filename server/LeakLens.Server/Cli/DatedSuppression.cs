using LeakLens.Workspace.Suppressions;

namespace LeakLens.Server.Cli;

/// <summary>A suppression and since when it is there.</summary>
/// <param name="Since">Null for what is not committed, or not known.</param>
/// <param name="IsAgeKnown">git knows the file.</param>
internal sealed record DatedSuppression(ListedSuppression Listed, DateOnly? Since, bool IsAgeKnown);
