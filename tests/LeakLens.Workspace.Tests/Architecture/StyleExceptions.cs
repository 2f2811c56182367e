namespace LeakLens.Workspace.Tests.Architecture;

/// <summary>What may break a rule of style, each with its reason: tests/style-exceptions.txt.</summary>
internal static class StyleExceptions
{
    private const string FileName = "tests/style-exceptions.txt";

    /// <summary>Holds what was found against what is listed: nothing unlisted, and nothing listed in vain.</summary>
    /// <param name="isKind">Which subjects of the list belong to this rule.</param>
    public static void Check(IEnumerable<string> found, Func<string, bool> isKind)
    {
        var listed = Read().Where(exception => isKind(exception.Subject)).ToList();

        listed.ShouldAllBe(exception => exception.Reason.Length > 20);
        found.Distinct().Order(StringComparer.Ordinal).ShouldBe(
            listed.Select(exception => exception.Subject).Order(StringComparer.Ordinal),
            $"each of these breaks the rule, or stands in {FileName} without need");
    }

    private static List<(string Subject, string Reason)> Read() => File
        .ReadLines(RepositoryFolder.Combine(FileName))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
        .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""))
        .ToList();
}
