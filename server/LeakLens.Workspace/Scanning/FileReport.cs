using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Modules;
using LeakLens.Python.Text;
using LeakLens.Workspace.DataFiles;

namespace LeakLens.Workspace.Scanning;

/// <summary>What a scan says about one file. The text is kept only where a report has something to show of it.</summary>
/// <param name="Lines">As an editor counts them: the empty rest behind the last line end is none.</param>
public sealed record FileReport(
    string Path,
    long Bytes,
    int Lines,
    SourceText? Text,
    ImmutableArray<Finding> Findings,
    ImmutableArray<ScanProblem> Problems,
    Verdict Verdict)
{
    /// <summary>Ask once for each file: it may be made anew.</summary>
    public SourceText? Text
    {
        get => Kept?.Open();
        init => Kept = KeptText.Of(value);
    }

    private KeptText? Kept { get; init; } = KeptText.Of(Text);

    /// <summary>What was found and somebody has accepted.</summary>
    public ImmutableArray<Finding> Suppressed { get; init; } = [];

    /// <summary>The budget was spent before all of the file's code was evaluated.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What was not followed to its end, where that is known: not kept from one run to the next.</summary>
    public UnfinishedPart? Unfinished { get; init; }

    /// <summary>The text is that of a notebook's file: what was analysed is the code in it.</summary>
    public bool IsNotebook { get; init; }

    /// <summary>It is no Python: it is told of because a program runs what is in it.</summary>
    public bool IsData { get; init; }

    /// <summary>What is to be said about files that it reads.</summary>
    public ImmutableArray<FileFinding> FileFindings { get; init; } = [];

    /// <summary>Global names of other modules that it takes contents out of.</summary>
    public ImmutableArray<ModuleName> Tends { get; init; } = [];

    /// <summary>Says what module it is, where one of its findings is about a global name of it; else null.</summary>
    public string? Identity { get; init; }

    /// <summary>The files that the answer depends on.</summary>
    public ImmutableArray<FileDependency> Dependencies { get; init; } = [];

    /// <summary>Reports about the files that it reads.</summary>
    public ImmutableArray<FileReport> DataFiles { get; init; } = [];

    /// <summary>In characters, as far as the text is kept.</summary>
    internal int TextLength => Kept?.Length ?? 0;

    /// <summary>The same report, its text in a fraction of the memory.</summary>
    internal FileReport Pack() => this with { Kept = Kept?.Pack() };

    public static FileReport Failed(string path, ScanProblemKind kind, string message) =>
        new(path, 0, 0, Text: null, [], [new ScanProblem(path, kind, message)], Verdict.Allow);
}
