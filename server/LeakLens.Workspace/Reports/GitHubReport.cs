using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>Commands that GitHub's runners turn into annotations of a pull request.</summary>
public static class GitHubReport
{
    public static void Write(TextWriter output, ScanReport report)
    {
        foreach (var place in PlacedFinding.Of(report))
        {
            var (finding, end) = (place.Finding, place.End);

            // A column of the end is of the same line: runners refuse an annotation over lines that has columns.
            var columns = end.Line == place.Start.Line ? $",col={place.Column},endColumn={end.Column + 1}" : "";
            output.Write($"::{CommandOf(finding.Level)} file={Property(place.File.Path)},line={place.Line},endLine={end.Line + 1}{columns},title={Property($"{finding.Rule.Id} {finding.Rule.Name}")}::{Data(TextOf(finding))}\n");
        }

        foreach (var problem in report.AllProblems)
        {
            var line = problem.Line == 0 ? "" : $",line={problem.Line},col={problem.Column}";
            output.Write($"::warning file={Property(problem.Path)}{line},title=LeakLens::{Data(ProblemText.WithoutPlace(problem))}\n");
        }
    }

    private static string TextOf(Finding finding) => finding.Advice is { } advice ? $"{finding.Message}\nInstead: {advice}" : finding.Message;

    private static string CommandOf(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => Escape(text, isProperty: false);

    private static string Property(string text) => Escape(text, isProperty: true);

    /// <summary>What a command could end with, or begin a new one with, is written as a number.</summary>
    private static string Escape(string text, bool isProperty)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '%' => "%25",
                '\r' => "%0D",
                '\n' => "%0A",
                ':' when isProperty => "%3A",
                ',' when isProperty => "%2C",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
