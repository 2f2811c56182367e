namespace LeakLens.Engine.Known;

/// <summary>
/// A text, or a UUID, that was drawn to be like no other, or a text that contains one. Which characters were drawn is not known, and what hangs on them is
/// not determined; that it is equal to nothing but itself is.
/// </summary>
/// <param name="Identity">The text, with a mark for what was drawn: equal names have equal ones.</param>
internal sealed record DrawnName(string Identity)
{
    /// <summary>Fewer characters of a drawn name may well come twice.</summary>
    public const int FewestCharacters = 8;

    /// <summary>Longer ones are not followed.</summary>
    public const int LongestIdentity = 400;

    private const char Mark = '\u0001';

    /// <summary>The one that was drawn as the number-th.</summary>
    public static DrawnName OfNumber(int number, string form) => new($"{Mark}{number}{Mark}{form}{Mark}");

    /// <summary>Another text that the same draw shows itself as.</summary>
    public DrawnName As(string form) => new(Identity + form + Mark);

    /// <summary>The characters from one place to another.</summary>
    public DrawnName Part(long start, long length) => As($"{start}+{length}");

    public static bool CanContain(string text) => !text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>Whether two texts are equal; null when the same draws are in both, in different ways.</summary>
    public bool? IsSame(DrawnName other) => string.Equals(Identity, other.Identity, StringComparison.Ordinal) ? true : HasSameDraws(other) ? null : false;

    private bool HasSameDraws(DrawnName other) => Draws().SetEquals(other.Draws());

    private HashSet<string> Draws() => [.. Identity.Split(Mark).Where(static part => part.Length > 0 && part.All(char.IsAsciiDigit))];
}
