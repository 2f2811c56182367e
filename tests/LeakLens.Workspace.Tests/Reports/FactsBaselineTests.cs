using LeakLens.Engine;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Reports;

/// <summary>The programs of tests/facts and what is printed about them. The README there says how to write the texts anew.</summary>
public sealed class FactsBaselineTests
{
    private const string UpdateVariable = "LEAKLENS_UPDATE_BASELINES";

    private static string Folder => RepositoryFolder.Combine("tests", "facts");

    public static TheoryData<string> Programs() =>
        [.. Directory.EnumerateFiles(Folder, "*.py").Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Facts_are_those_of_the_baseline(string program)
    {
        var baseline = System.IO.Path.Combine(Folder, System.IO.Path.ChangeExtension(program, ".facts.txt"));
        var printed = Print(program);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(baseline, printed);
        }

        printed.ShouldBe(File.ReadAllText(baseline));
    }

    [Fact]
    public void Every_baseline_has_its_program()
    {
        foreach (var baseline in Directory.EnumerateFiles(Folder, "*.facts.txt"))
        {
            File.Exists(baseline.Replace(".facts.txt", ".py", StringComparison.Ordinal)).ShouldBeTrue(baseline);
        }
    }

    private static string Print(string program)
    {
        var tree = SyntaxTree.Parse(SourceText.From(File.ReadAllText(System.IO.Path.Combine(Folder, program))));
        using var output = new StringWriter();
        FactsReport.Write(output, FileFacts.Gather(program, tree, TargetVersion.Python311, CancellationToken.None));
        return output.ToString();
    }
}
