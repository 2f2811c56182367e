using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>Whoever types has a block without a body in front of them most of the time: every example of every rule is analysed with each of its blocks emptied in turn, and fixed.</summary>
[Trait("Category", "Proof")]
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
            var result = Analyzer.Analyze(SourceText.From(text), options);
            result.Tree.Errors.ShouldNotBeEmpty(text);
            Propose(result, options);
            count++;
        }

        count.ShouldBeGreaterThan(0);
    }

    /// <summary>Fixes are asked for while somebody types: whatever would be proposed is written, and nothing of it proven, which would take an analysis each.</summary>
    private static void Propose(AnalysisResult result, AnalysisOptions options)
    {
        var finder = new FixFinder(result, options);
        foreach (var finding in result.Findings)
        {
            finder.Propose(finding, CancellationToken.None).ShouldAllBe(static fix => fix.Edits.Length > 0);
        }
    }

    /// <summary>The whole file as often as its definitions have blocks: the first time without the first block of each definition, then without the second ones, and so on.</summary>
    private static IEnumerable<string> Unfinished(string text)
    {
        var definitions = SyntaxTree.Parse(SourceText.From(text)).Root.Body.Where(static statement => statement is FunctionDef or ClassDef).ToList();
        var most = definitions.Max(definition => Blocks(LinesOf(text, definition)).Count());
        for (var number = 0; number < most; number++)
        {
            var unfinished = new StringBuilder();
            var from = 0;
            foreach (var definition in definitions)
            {
                unfinished.Append(text, from, definition.Start - from).AppendJoin('\n', WithoutBlock(LinesOf(text, definition), number));
                from = definition.End;
            }

            yield return unfinished.Append(text, from, text.Length - from).ToString();
        }
    }

    private static string[] LinesOf(string text, Statement definition) => text[definition.Start..definition.End].ReplaceLineEndings("\n").Split('\n');

    private static string[] WithoutBlock(string[] lines, int number)
    {
        var blocks = Blocks(lines).Skip(number).Take(1).ToList();
        return blocks is [var (header, end)] ? [.. lines[..(header + 1)], .. lines[end..]] : lines;
    }

    /// <summary>The line that opens each block, and the first line behind it.</summary>
    private static IEnumerable<(int Header, int End)> Blocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split('#')[0].TrimEnd().EndsWith(':') && EndOfBlock(lines, i) is var end && end > i + 1)
            {
                yield return (i, end);
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
