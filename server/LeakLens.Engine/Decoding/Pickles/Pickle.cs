using System.Collections.Immutable;

namespace LeakLens.Engine.Decoding.Pickles;

/// <summary>What a pickle would do as it is loaded.</summary>
/// <param name="Opcodes">The names of its opcodes, in order.</param>
/// <param name="Calls">What it calls, by qualified names.</param>
public sealed record Pickle(ImmutableArray<string> Opcodes, ImmutableArray<string> Calls);
