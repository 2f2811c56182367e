using System.Collections.Immutable;
using LeakLens.Workspace.Reports.Html;
using LeakLens.Workspace.Reports.Sarif;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>The forms that the report of a scan can take, by name.</summary>
public static class ReportFormats
{
    public const string Default = "text";

    /// <summary>For people first, then for machines.</summary>
    public static ImmutableArray<(string Name, string Meaning)> All { get; } =
    [
        ("text", "with the lines of source"),
        ("concise", "one line for each finding"),
        ("markdown", "a table for a pull request or a run's summary"),
        ("html", "one page with everything in it, to look at"),
        ("json", "everything, for programs"),
        ("json-lines", "one object for each finding"),
        ("sarif", "SARIF 2.1.0, for code scanning"),
        ("github", "annotations of a workflow's run"),
        ("gitlab", "a report of code quality"),
        ("junit", "for what shows tests"),
    ];

    public static ImmutableArray<string> Names { get; } = [.. All.Select(static format => format.Name)];

    /// <summary>Whether a report in this form says of itself that its scan was stopped.</summary>
    public static bool CanBePartial(string format) => format is "text" or "json" or "sarif";

    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static void Write(string format, TextWriter output, ScanReport report, ReportContext context)
    {
        switch (format)
        {
            case "text":
                TextReport.Write(output, report, new Palette(context.UseColor), context.UseLinks ? context.WorkingFolder : null);
                break;
            case "concise":
                ConciseReport.Write(output, report);
                break;
            case "markdown":
                MarkdownReport.Write(output, report);
                break;
            case "html":
                HtmlReport.Write(output, report, context.Version);
                break;
            case "json":
                JsonReport.Write(output, report, context.Version);
                break;
            case "json-lines":
                JsonReport.WriteLines(output, report);
                break;
            case "sarif":
                SarifReport.Write(output, report, context);
                break;
            case "github":
                GitHubReport.Write(output, report);
                break;
            case "gitlab":
                GitLabReport.Write(output, report);
                break;
            case "junit":
                JUnitReport.Write(output, report);
                break;
            default:
                throw new ArgumentException($"There is no format '{format}'.", nameof(format));
        }
    }
}
