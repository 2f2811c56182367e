using System.Runtime.InteropServices;

namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>
/// A pattern as an automaton without empty steps (Glushkov's): its states are the places of the pattern that take a character, and one
/// state before all. An edge knows whether the pattern has more than one way along it, which nested repetitions give.
/// </summary>
internal sealed class PatternAutomaton
{
    private readonly ulong[] _masks;
    private readonly List<Edge>[] _edges;

    /// <param name="edges">By their source; the last source is the start.</param>
    public PatternAutomaton(PatternAlphabet alphabet, ulong[] masks, List<Edge>[] edges)
    {
        Alphabet = alphabet;
        _masks = masks;
        _edges = edges;
        Components = StrongComponents.Of(this);
    }

    public PatternAlphabet Alphabet { get; }

    /// <summary>How many states there are, the start among them.</summary>
    public int Count => _edges.Length;

    public int Start => _edges.Length - 1;

    /// <summary>For each state the number of the strong component it lies in; -1 for states that no way leads back to.</summary>
    public int[] Components { get; }

    /// <summary>The classes of characters that lead into a state.</summary>
    public ulong MaskOf(int state) => _masks[state];

    public List<Edge> EdgesOf(int state) => _edges[state];

    /// <param name="IsDouble">There are several ways.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Edge(int Target, bool IsDouble);
}
