using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Server.Cli;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>Answers <c>leaklens.server/reportText</c>: the last scan, all folders together, in a form that a scan on the command line has; null before the first.</summary>
internal sealed class ReportTextHandler(WorkspaceScan scan) : IRequestHandler<ReportTextParams, ReportText>
{
    public const string Method = "leaklens.server/reportText";

    public Task<ReportText?> Handle(ReportTextParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        if (!ReportFormats.Names.Contains(request.Format, StringComparer.Ordinal))
        {
            throw new RpcException(ErrorCode.InvalidParams, $"There is no format '{request.Format}'; there are {string.Join(", ", ReportFormats.Names)}.");
        }

        return Task.FromResult(scan.Last is { Reports.IsEmpty: false } last ? Write(last, request.Format) : null);
    }

    private static ReportText Write(ScanSummary last, string format)
    {
        var prefixes = PrefixesOf(last.Folders);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ReportFormats.Write(format, text, ScanReport.Join(last.Reports.Zip(prefixes)), new ReportContext(ProductVersion.Text, last.Folders[0]));
        return new ReportText(text.ToString(), [.. prefixes.Zip(last.Folders)]);
    }

    /// <summary>One folder needs no name; several go by theirs, numbered where two have the same.</summary>
    private static ImmutableArray<string> PrefixesOf(ImmutableArray<string> folders)
    {
        if (folders.Length == 1)
        {
            return [""];
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. folders.Select(folder =>
        {
            var name = Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));
            var number = seen[name] = seen.GetValueOrDefault(name) + 1;
            return number == 1 ? $"{name}/" : $"{name} ({number})/";
        })];
    }
}
