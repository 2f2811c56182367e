using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>A finding where people and machines see it: lines and columns count from 1, columns in code points.</summary>
internal readonly record struct PlacedFinding(FileReport File, SourceText Text, Finding Finding)
{
    public TextPosition Start => Text.GetPosition(Finding.Span.Start, ColumnUnit.Utf32);

    public TextPosition End => Text.GetPosition(Finding.Span.End, ColumnUnit.Utf32);

    public int Line => Start.Line + 1;

    public int Column => Start.Column + 1;

    /// <summary>All findings that are told, in the order of the report.</summary>
    public static IEnumerable<PlacedFinding> Of(ScanReport report)
    {
        foreach (var file in report.Files)
        {
            if (file.Text is not { } text)
            {
                continue;
            }

            foreach (var finding in file.Findings)
            {
                yield return new PlacedFinding(file, text, finding);
            }
        }
    }
}
