namespace LeakLens.Workspace.Tests.Toml;

/// <summary>Where toml-test lies: in the folder that LEAKLENS_TOML_TEST names, or in shared data beside the repository.</summary>
internal static class TomlTestSuite
{
    private const string Variable = "LEAKLENS_TOML_TEST";

    public static string? Folder { get; } = Find();

    public static string WhyMissing => $"toml-test is not here: {Variable} names no clone of it, and ../shared/data/toml-test does not exist";

    /// <summary>The documents of the suite's list for TOML 1.0.0 that begin so.</summary>
    public static IReadOnlyList<string> Cases(string kind)
    {
        var folder = Path.Combine(Folder.ShouldNotBeNull(), "tests");
        return [.. File.ReadLines(Path.Combine(folder, "files-toml-1.0.0"))
            .Where(name => name.StartsWith(kind, StringComparison.Ordinal) && name.EndsWith(".toml", StringComparison.Ordinal))
            .Select(name => Path.Combine(folder, name))];
    }

    private static string? Find()
    {
        var beside = Path.GetFullPath(Path.Combine(RepositoryFolder.Path, "..", "shared", "data", "toml-test"));
        var named = Environment.GetEnvironmentVariable(Variable);
        var folder = string.IsNullOrEmpty(named) ? beside : named;
        return Directory.Exists(folder) ? folder : null;
    }
}
