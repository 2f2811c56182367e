using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Server.Lsp.Json;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>What a scan came to.</summary>
/// <param name="Reports">One for each of the folders.</param>
/// <param name="Folders">That the paths of the reports are relative to.</param>
internal sealed record ScanSummary(ImmutableArray<ScanReport> Reports, ImmutableArray<string> Folders) : IJsonWritable
{
    public bool WasStopped => Reports.Any(report => report.WasStopped);

    public int Files => Reports.Sum(report => report.Files.Length);

    public int Count(FindingLevel level) => Reports.Sum(report => report.Count(level));

    public string Describe()
    {
        var findings = Count(FindingLevel.Error) + Count(FindingLevel.Warning) + Count(FindingLevel.Note);
        var found = Reports.Sum(report => report.FilesFound);
        return WasStopped
            ? FormattableString.Invariant($"stopped after {Files:N0} of {found:N0} files, {findings:N0} findings")
            : FormattableString.Invariant($"{Files:N0} files, {findings:N0} findings");
    }

    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("files", Files);
        json.Field("filesFound", Reports.Sum(report => report.FilesFound));
        json.Field("lines", Reports.Sum(report => report.Lines));
        json.Field("error", Count(FindingLevel.Error));
        json.Field("warning", Count(FindingLevel.Warning));
        json.Field("note", Count(FindingLevel.Note));
        json.Field("unreadable", Reports.Sum(report => report.AllProblems.Count(problem => problem.Kind != ScanProblemKind.Syntax)));
        json.Field("elapsedMs", Math.Round(Reports.Sum(report => report.Elapsed.TotalMilliseconds), 1));
        json.Field("stopped", WasStopped);
        json.Field("summary", Describe());
        json.WriteEndObject();
    }
}
