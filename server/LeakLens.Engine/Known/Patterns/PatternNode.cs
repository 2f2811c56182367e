namespace LeakLens.Engine.Known.Patterns;

/// <summary>One node of a parsed pattern.</summary>
/// <param name="Number">Of a group or a reference to one: its number; of a lookbehind: its width.</param>
/// <param name="Least">Of a repetition: how often at least; -1 as <paramref name="Most"/> means any number.</param>
internal sealed record PatternNode(PatternNodeKind Kind, IReadOnlyList<PatternNode> Parts, CharacterSet? Set = null, int Number = 0, int Least = 0, int Most = 0, PatternFlags Flags = PatternFlags.None)
{
    public static readonly PatternNode Empty = new(PatternNodeKind.Sequence, []);

    /// <summary>How many characters the node takes; null when that is not fixed.</summary>
    public int? Width
    {
        get
        {
            switch (Kind)
            {
                case PatternNodeKind.Set:
                    return 1;
                case PatternNodeKind.Sequence:
                    return Parts.Aggregate((int?)0, static (sum, part) => sum + part.Width);
                case PatternNodeKind.Choice:
                    return Parts.All(part => part.Width == Parts[0].Width) ? Parts[0].Width : null;
                case PatternNodeKind.Group or PatternNodeKind.Atomic:
                    return Parts[0].Width;
                case PatternNodeKind.Greedy or PatternNodeKind.Lazy or PatternNodeKind.Possessive:
                    return Least == Most ? Parts[0].Width * Least : null;
                case PatternNodeKind.Reference or PatternNodeKind.Conditional:
                    return null;
                default:
                    return 0;
            }
        }
    }
}
