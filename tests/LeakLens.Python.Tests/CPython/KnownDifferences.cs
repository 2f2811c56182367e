namespace LeakLens.Python.Tests.CPython;

/// <summary>Files of the library that read differently here, each with its reason. Empty is the goal.</summary>
internal static class KnownDifferences
{
    public static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal);
}
