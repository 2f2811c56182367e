namespace LeakLens.Python.Tests.CPython;

/// <summary>Files of the library that read differently here, each with its reason. Empty is the goal.</summary>
internal static class KnownDifferences
{
    public static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal);

    public static readonly Dictionary<string, string> OfTokens = new(StringComparer.Ordinal)
    {
        ["test/test_unicode_identifiers.py"] = "Python's own `tokenize` cuts names with a regular expression, which knows no variation selectors (U+E0100); CPython's tokenizer reads them as here",
    };

    public static readonly Dictionary<string, string> Of314 = new(StringComparer.Ordinal);
}
