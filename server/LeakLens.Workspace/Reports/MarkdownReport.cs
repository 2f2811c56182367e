using System.Globalization;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>A table for a pull request's comment or a run's summary.</summary>
public static class MarkdownReport
{
    private const int MostRows = 200;

    private const string Special = "\\`*[]<>!|~&@#";

    public static void Write(TextWriter output, ScanReport report)
    {
        output.Write($"# LeakLens: {JsonNames.Of(report.Verdict)}\n\n");
        output.Write($"{Plural.Of(report.Count(FindingLevel.Error), "error")}, {Plural.Of(report.Count(FindingLevel.Warning), "warning")}, {Plural.Of(report.Count(FindingLevel.Note), "note")} in {Plural.Of(report.FilesAnalysed, "file")}.\n");
        WriteTable(output, report);
        WriteProblems(output, report);
    }

    private static void WriteTable(TextWriter output, ScanReport report)
    {
        var rows = 0;
        foreach (var place in PlacedFinding.Of(report).OrderByDescending(static place => place.Finding.Level))
        {
            if (rows == 0)
            {
                output.Write("\n| Level | Rule | Holds | What | Where |\n| --- | --- | ---: | --- | --- |\n");
            }

            if (rows++ < MostRows)
            {
                WriteRow(output, place);
            }
        }

        if (rows > MostRows)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\nand {rows - MostRows:N0} more.\n"));
        }
    }

    private static void WriteRow(TextWriter output, PlacedFinding place)
    {
        var finding = place.Finding;
        var held = finding.Estimate is { } estimate && (estimate.RetainedBytes ?? estimate.PeakBytes) is { } bytes and > 0 ? ByteText.Bytes(bytes) : "";
        output.Write($"| {JsonNames.Of(finding.Level)} | {finding.Rule.Id} | {held} | {Escape(finding.Message)} | {Escape($"{place.File.Path}:{place.Line}")} |\n");
    }

    private static void WriteProblems(TextWriter output, ScanReport report)
    {
        var isFirst = true;
        foreach (var problem in report.AllProblems.Take(MostRows))
        {
            output.Write(isFirst ? "\nNot read, or not wholly:\n\n" : "");
            output.Write($"- {Escape(problem.Path)}: {Escape(ProblemText.WithPlace(problem))}\n");
            isFirst = false;
        }
    }

    /// <summary>Letter by letter: a message quotes code that may be anybody's.</summary>
    private static string Escape(string text)
    {
        var plain = DisplayWidth.Sanitize(text);
        var escaped = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var isLink = plain[i] == ':' && i + 1 < plain.Length && plain[i + 1] == '/';
            escaped.Append(isLink || Special.Contains(plain[i], StringComparison.Ordinal) ? "\\" : "").Append(plain[i]);
        }

        return escaped.ToString();
    }
}
