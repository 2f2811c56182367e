using System.Globalization;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports.Sarif;

/// <summary>SARIF 2.1.0, the format of code scanning. Written token by token, as <see cref="JsonReport"/> is.</summary>
public sealed class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private readonly SarifWriter _json;

    private SarifReport(SarifWriter json)
    {
        _json = json;
    }

    public static void Write(TextWriter output, ScanReport report, ReportContext context)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        new SarifReport(new SarifWriter(json)).WriteLog(report, context);
        json.Flush();
        output.Write('\n');
    }

    private void WriteLog(ScanReport report, ReportContext context)
    {
        var rules = RulesOf(report);
        _json.Begin();
        _json.Write("$schema", Schema);
        _json.Write("version", "2.1.0");
        _json.BeginArray("runs");
        _json.Begin();
        new SarifTool(_json).Write(rules, context.Version);
        WriteInvocation(report);
        WriteRoot(context.WorkingFolder);
        _json.Write("columnKind", "unicodeCodePoints");
        new SarifResults(_json, rules).Write(report);
        SarifTool.WriteTaxonomy(_json, rules);
        _json.End();
        _json.EndArray();
        _json.End();
    }

    private static List<RuleDescriptor> RulesOf(ScanReport report)
    {
        var rules = report.Files.SelectMany(static file => file.Findings.Concat(file.Suppressed)).Select(static finding => finding.Rule).DistinctBy(SarifTool.KeyOf, StringComparer.Ordinal).ToList();
        rules.Sort(static (left, right) => string.CompareOrdinal(SarifTool.KeyOf(left), SarifTool.KeyOf(right)));
        return rules;
    }

    private void WriteInvocation(ScanReport report)
    {
        _json.BeginArray("invocations");
        _json.Begin();
        _json.Write("executionSuccessful", !report.WasStopped && !report.HasProblem(ScanProblemKind.Defect));
        _json.BeginArray("toolExecutionNotifications");
        foreach (var problem in report.AllProblems)
        {
            _json.Begin();
            _json.Write("level", problem.Kind == ScanProblemKind.Syntax ? "warning" : "error");
            _json.WriteMessage("message", ProblemText.WithoutPlace(problem));
            _json.BeginArray("locations");
            _json.Begin();
            _json.Begin("physicalLocation");
            _json.WriteArtifact(problem.Path);
            if (problem.Line > 0)
            {
                _json.Begin("region");
                _json.Write("startLine", problem.Line);
                _json.Write("startColumn", problem.Column);
                _json.End();
            }

            _json.End();
            _json.End();
            _json.EndArray();
            _json.End();
        }

        _json.EndArray();
        _json.End();
        _json.EndArray();
    }

    /// <summary>The paths of the report are relative to this folder, so that it means the same wherever the code is.</summary>
    private void WriteRoot(string folder)
    {
        var uri = new Uri(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar).AbsoluteUri;
        _json.Begin("originalUriBaseIds");
        _json.Begin(SarifWriter.Root);
        _json.Write("uri", uri);
        _json.WriteMessage("description", "The folder that the scan was started in.");
        _json.End();
        _json.End();
    }

    /// <summary>Code scanning sorts by it.</summary>
    internal static string NumberOf(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
