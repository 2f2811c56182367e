namespace LeakLens.Workspace.Tests.Architecture;

/// <summary>Small files and small functions are what makes this project easy to see. What is larger has a written reason.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 500;
    private const int LongestFunction = 60;

    [Fact]
    public void What_is_too_long_is_listed_with_a_reason_and_nothing_else_is() =>
        StyleExceptions.Check(FindTooLong(), subject => !subject.EndsWith(": !", StringComparison.Ordinal));

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
}
