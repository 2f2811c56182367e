using LeakLens.Engine;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>Whoever types has a block without a body in front of them most of the time: every example of every rule is analysed with each of its blocks emptied in turn.</summary>
public sealed class UnfinishedExampleTests
{
    public static TheoryData<string> PythonFolders() => [.. RuleFolder.All().Where(static folder => !folder.IsDeployment).Select(static folder => folder.Name)];

    [Theory]
    [MemberData(nameof(PythonFolders))]
    public void Blocks_without_a_body_end_no_analysis(string name)
    {
        var folder = new RuleFolder(name);
        var options = folder.Options(RuleCatalogue.StrictProfile);
        var count = 0;
        foreach (var text in Unfinished(folder.Read(folder.ExampleFile)))
        {
            Analyzer.Analyze(SourceText.From(text), options).Tree.Errors.ShouldNotBeEmpty(text);
            count++;
        }

        count.ShouldBeGreaterThan(0);
    }

    /// <summary>What the module does besides, and one definition, of which one block is empty.</summary>
    private static IEnumerable<string> Unfinished(string text)
    {
        var body = SyntaxTree.Parse(SourceText.From(text)).Root.Body;
        var rest = string.Concat(body.Where(static statement => statement is not (FunctionDef or ClassDef or If)).Select(statement => text[statement.Start..statement.End] + "\n"));
        foreach (var definition in body.Where(static statement => statement is FunctionDef or ClassDef))
        {
            var lines = text[definition.Start..definition.End].ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Split('#')[0].TrimEnd().EndsWith(':') && EndOfBlock(lines, i) is var end && end > i + 1)
                {
                    yield return $"{rest}{string.Join('\n', lines[..(i + 1)])}\n{string.Join('\n', lines[end..])}\n";
                }
            }
        }
    }

    private static int EndOfBlock(string[] lines, int header)
    {
        var end = header + 1;
        while (end < lines.Length && (lines[end].Length == 0 || Indentation(lines[end]) > Indentation(lines[header])))
        {
            end++;
        }

        return end;
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
