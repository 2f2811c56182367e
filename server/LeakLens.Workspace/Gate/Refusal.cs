using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Gate;

/// <summary>Why a gate does not let a file pass, and what would let it pass.</summary>
/// <param name="Reason">The message of the weightiest finding.</param>
/// <param name="Pattern">The rule of that finding.</param>
/// <param name="Mechanism">What the code does, by the family of that rule.</param>
/// <param name="Signals">What speaks against the code, each in a few words.</param>
/// <param name="IsSmall">What it takes is little: it is refused for what it would take with larger numbers.</param>
/// <param name="Change">The smallest change after which the file would pass, or advice where none was found.</param>
public sealed record Refusal(
    string Path,
    Verdict Verdict,
    string Reason,
    string Pattern,
    string Mechanism,
    ImmutableArray<string> Signals,
    ImmutableArray<RefusalElement> Elements,
    bool IsSmall,
    AcceptableChange Change);
