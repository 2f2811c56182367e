namespace LeakLens.Workspace;

/// <summary>Fits a sentence into another.</summary>
public static class Wording
{
    /// <summary>Begins with a small letter, unless the first word is written in capitals.</summary>
    public static string LowerFirst(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
