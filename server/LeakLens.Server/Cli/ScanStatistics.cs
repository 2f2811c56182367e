using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>How much was scanned, how fast, and which rules found how much.</summary>
internal static class ScanStatistics
{
    /// <param name="known">Files whose results came from the cache.</param>
    public static void Write(TextWriter output, ScanReport report, int known)
    {
        var seconds = Math.Max(report.Elapsed.TotalSeconds, 1e-6);
        output.WriteLine($"{Plural.Of(report.FilesAnalysed, "file")}, {Plural.Of(report.Lines, "line")}, {Plural.Of(report.Bytes, "byte")} in {report.Elapsed.TotalMilliseconds:N1} ms ({report.Bytes / seconds / 1e6:N1} MB/s)");
        if (known > 0)
        {
            output.WriteLine($"{known:N0} of {Plural.Of(report.Files.Length, "file")} known from before");
        }

        var byRule = report.Files.SelectMany(file => file.Findings).GroupBy(finding => finding.Rule).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Id, StringComparer.Ordinal);
        foreach (var group in byRule)
        {
            output.WriteLine($"{group.Count(),6:N0}  {group.Key.Id}  {group.Key.Name}");
        }
    }
}
