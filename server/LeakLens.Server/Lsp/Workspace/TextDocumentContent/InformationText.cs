using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using LeakLens.Server.Cli;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Lsp.Workspace.TextDocumentContent;

/// <summary>What belongs into the report of a defect. It names files of the workspace and none of their content.</summary>
internal static class InformationText
{
    public static string Write(SessionSnapshot snapshot)
    {
        var text = new StringBuilder("# LeakLens: information for the report of a defect\n\n");
        Add(text, "Version", ProductVersion.Text);
        Add(text, "System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}");
        Add(text, "Process", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}, {Environment.WorkingSet >> 20} MiB, {Environment.ProcessorCount} cores"));
        Add(text, "Positions", snapshot.Client.PositionEncoding);
        Add(text, "Client", snapshot.Client.ToString());
        text.Append("\n## Folders\n\n");
        foreach (var root in snapshot.Configurations.Folders)
        {
            Add(text, root.Path, ConfigurationEdit.FindNearest(root.Path) ?? "no configuration file");
            Add(text, "Settings", $"profile {root.Settings.Layer.Profile?.Value ?? "not set"}, {root.Settings}");
        }

        text.Append("\n## Open documents\n\n");
        foreach (var document in snapshot.Documents.Values.OrderBy(document => document.Uri, StringComparer.Ordinal))
        {
            var state = document.Analysis.ResultSoFar is { } result ? $"{result.Findings.Length} findings, {document.Analysis.Cost.TotalMilliseconds:F0} ms" : "not analysed yet";
            Add(text, document.Uri, string.Create(CultureInfo.InvariantCulture, $"version {document.Version}, {document.Text.Lines.Count} lines, {state}"));
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string value) => text.Append(CultureInfo.InvariantCulture, $"- {name}: `{value.Replace('`', '\'')}`\n");
}
