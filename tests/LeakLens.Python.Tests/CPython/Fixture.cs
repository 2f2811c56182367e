using System.Runtime.CompilerServices;

namespace LeakLens.Python.Tests.CPython;

/// <summary>Files that stand beside the tests' sources.</summary>
internal static class Fixture
{
    public static string Find(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, name);
}
