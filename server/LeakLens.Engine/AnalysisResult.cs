using System.Collections.Immutable;
using LeakLens.Engine.Decoding;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Modules;
using LeakLens.Python.Parsing;

namespace LeakLens.Engine;

/// <summary>What LeakLens has to say about one text. Findings are ordered by position, then rule.</summary>
public sealed record AnalysisResult(SyntaxTree Tree, ImmutableArray<Finding> Findings, Verdict Verdict)
{
    /// <summary>What was found and somebody has accepted, ordered as <see cref="Findings"/>; each says why. It is no part of the verdict.</summary>
    public ImmutableArray<Finding> Suppressed { get; init; } = [];

    /// <summary>What the findings are about; null for code that nobody here wrote, which is not evaluated.</summary>
    public MemoryFacts? Facts { get; init; }

    /// <summary>The code that the text executes and hides, or reads from data files.</summary>
    public ImmutableArray<DecodedPayload> Payloads { get; init; } = [];

    /// <summary>What is to be said about files that the text reads.</summary>
    public ImmutableArray<FileFinding> FileFindings { get; init; } = [];

    /// <summary>Global names of other modules that the text takes contents out of.</summary>
    public ImmutableArray<ModuleName> Tends { get; init; } = [];

    /// <summary>The budget was spent before all code was evaluated: there may be more to say.</summary>
    public bool IsPartial { get; init; }
}
