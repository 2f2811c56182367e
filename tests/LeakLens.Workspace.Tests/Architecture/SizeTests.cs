namespace LeakLens.Workspace.Tests.Architecture;

/// <summary>Small files and small functions are what makes this project easy to see. What is larger has a written reason.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 500;
    private const int LongestFunction = 60;
    private const string ExceptionsFile = "tests/style-exceptions.txt";

    [Fact]
    public void What_is_too_long_is_listed_with_a_reason_and_nothing_else_is()
    {
        var exceptions = ReadExceptions();

        exceptions.ShouldAllBe(exception => exception.Reason.Length > 20);
        FindTooLong().Order(StringComparer.Ordinal).ShouldBe(exceptions.Select(exception => exception.Subject).Order(StringComparer.Ordinal), $"these are too long, or listed in {ExceptionsFile} without need");
    }

    private static IEnumerable<string> FindTooLong()
    {
        foreach (var file in SourceFile.All("server", "tests"))
        {
            if (file.Lines.Length > LongestFile)
            {
                yield return file.Path;
            }

            foreach (var (name, length) in file.Functions())
            {
                if (length > LongestFunction)
                {
                    yield return $"{file.Path}: {name}";
                }
            }
        }
    }

    private static List<(string Subject, string Reason)> ReadExceptions() => File
        .ReadLines(RepositoryFolder.Combine(ExceptionsFile))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
        .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""))
        .ToList();
}
