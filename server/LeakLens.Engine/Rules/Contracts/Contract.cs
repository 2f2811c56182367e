using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>
/// What a rule of a project's own forbids: one fact, and conditions that all have to hold. What is empty or null is no condition. The
/// rule's thresholds are conditions, too: each is reached.
/// </summary>
/// <param name="Identity">The same for the same text of the rule, and for no other.</param>
/// <param name="Source">Where it is written: a full path.</param>
public sealed record Contract(ContractFact Fact, MessageTemplate Message, string Identity, string Source)
{
    /// <summary>Dotted names of modules and packages that it is about, as they are written. Whoever hands rules to an analysis goes by them.</summary>
    public ImmutableArray<string> Modules { get; init; } = [];

    /// <summary>Patterns for paths that it is about, as they are written. As above.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    public ImmutableArray<GrowthRepetition> Repeated { get; init; } = [];

    public ImmutableArray<Lifetime> Lifetimes { get; init; } = [];

    public ImmutableArray<ObjectKind> Containers { get; init; } = [];

    /// <summary>Code that is not seen got hold of it.</summary>
    public bool? IsShared { get; init; }

    /// <summary>The numbers were worked out, not averaged or known only within wide bounds.</summary>
    public bool? IsCertain { get; init; }

    /// <summary>Something lets go of contents at times.</summary>
    public bool? IsReleased { get; init; }

    /// <summary>Qualified names of the calls that make the resource.</summary>
    public ImmutableArray<string> Made { get; init; } = [];

    /// <summary>Methods that let go of it.</summary>
    public ImmutableArray<string> Release { get; init; } = [];

    /// <summary>An exception that nobody wrote down is a way out, too.</summary>
    public bool CountsExceptions { get; init; }

    /// <summary>What to write instead, in one sentence without its full stop.</summary>
    public string? Advice { get; init; }
}
