namespace LeakLens.Python.Tests.CPython;

/// <summary>Files of the library that read differently here, each with its reason. Empty is the goal.</summary>
internal static class KnownDifferences
{
    public static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal);

    private const string Future = "3.14 already rejects an unknown name in `from __future__ import` when it parses; to 3.11, and to us, it is no syntax error";

    public static readonly Dictionary<string, string> Of314 = new(StringComparer.Ordinal)
    {
        ["badsyntax_future3.py"] = Future,
        ["badsyntax_future8.py"] = Future,
        ["badsyntax_future9.py"] = Future,
    };
}
