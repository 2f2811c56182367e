namespace LeakLens.Workspace;

/// <summary>Fits a sentence into another.</summary>
public static class Wording
{
    /// <summary>Begins with a small letter, unless the first word is written in capitals. "A" alone is no name.</summary>
    public static string LowerFirst(string sentence) =>
        sentence.Length > 1 && (char.IsLower(sentence[1]) || (sentence[0] == 'A' && sentence[1] == ' ')) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
