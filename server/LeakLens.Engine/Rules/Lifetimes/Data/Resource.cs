using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Lifetimes.Data;

/// <summary>What some calls give back and somebody has to let go of.</summary>
/// <param name="Rule">The rule that speaks about it.</param>
/// <param name="What">One word for messages: file, socket, thread.</param>
/// <param name="StaysWhenDropped">It goes on, or stays open, when nothing refers to it any more.</param>
/// <param name="Release">Methods and attributes that let go of it, or wait for its end.</param>
/// <param name="Items">The places of a tuple in which the call gives it back; empty when it gives it back itself.</param>
internal sealed record Resource(string Rule, string What, bool StaysWhenDropped, ImmutableHashSet<string> Release, ImmutableArray<int> Items);
