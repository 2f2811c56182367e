using System.Collections.Immutable;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Fixing;

/// <summary>One file and what fixes make of it; nothing is written yet.</summary>
/// <param name="Problem">Why the file was left alone; null when it was looked at.</param>
public sealed record FixedFile(ScanSource Source, ScanProblem? Problem)
{
    /// <summary>What was read, and <see cref="NewBytes"/> replaces.</summary>
    public ImmutableArray<byte> OldBytes { get; init; } = [];

    /// <summary>In the encoding of the file, its byte order mark included.</summary>
    public ImmutableArray<byte> NewBytes { get; init; } = [];

    public SourceText? OldText { get; init; }

    public SourceText? NewText { get; init; }

    public ImmutableArray<AppliedFix> Applied { get; init; } = [];

    public bool IsChanged => !Applied.IsEmpty;
}
