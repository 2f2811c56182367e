namespace LeakLens.Engine.Evaluation.Files;

/// <summary>What <c>open</c> was told about how to use a file.</summary>
internal readonly record struct OpenMode(bool Reads, bool Writes, bool Appends, bool IsNew, bool MustBeNew, bool IsText)
{
    /// <summary>Null for a mode that Python does not know.</summary>
    public static OpenMode? Of(string text)
    {
        var kinds = text.Count(static letter => letter is 'r' or 'w' or 'a' or 'x');
        if (kinds != 1 || text.Any(static letter => letter is not ('r' or 'w' or 'a' or 'x' or 'b' or 't' or '+')))
        {
            return null;
        }

        var updates = text.Contains('+');
        return new OpenMode(
            Reads: text.Contains('r') || updates,
            Writes: !text.Contains('r') || updates,
            Appends: text.Contains('a'),
            IsNew: text.Contains('w') || text.Contains('x'),
            MustBeNew: text.Contains('x'),
            IsText: !text.Contains('b'));
    }
}
