using System.Text;
using LeakLens.Engine;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Tests.Rules;

/// <summary>
/// Manifests in the shapes that public documentation shows. Each says which of kube-linter's checks its documentation would have speak; where we
/// say something else, the file says why. docs/manifests.md is the table of all of it, and its own baseline.
/// </summary>
public sealed class ManifestTests
{
    private const string Limits = "unset-memory-requirements";
    private const string UpdateVariable = "LEAKLENS_UPDATE_BASELINES";

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Deployment.Tests", "Manifests");

    [Fact]
    public void The_table_is_current()
    {
        var page = Path.Combine(RepositoryRoot.Path, "docs", "manifests.md");
        var table = Print();
        if (Environment.GetEnvironmentVariable(UpdateVariable) is "1")
        {
            File.WriteAllText(page, table);
        }

        File.ReadAllText(page).ShouldBe(table, $"{UpdateVariable}=1 writes it anew");
    }

    [Fact]
    public void What_differs_from_kube_linter_has_a_reason_and_nothing_else_has_one()
    {
        var files = Directory.GetFiles(Folder, "*.yaml");

        files.Length.ShouldBeGreaterThanOrEqualTo(40);
        files.Where(file => Differs(File.ReadAllText(file)) != (Comment(File.ReadAllText(file), "differs") is not null)).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_cut_of_every_manifest_is_read()
    {
        foreach (var file in Directory.GetFiles(Folder, "*.yaml"))
        {
            var text = File.ReadAllText(file);
            for (var end = 0; end < text.Length; end += 7)
            {
                var result = Reading.Analyze(file, text[..end]);
                result.Findings.ShouldAllBe(finding => finding.Span.Start >= 0 && finding.Span.End <= end);
            }
        }
    }

    private static string Print()
    {
        var text = new StringBuilder();
        text.Append("# Manifests, and what kube-linter says about them\n\n");
        text.Append("Written by a test from `tests/LeakLens.Deployment.Tests/Manifests` (`LEAKLENS_UPDATE_BASELINES=1`): manifests in the shapes that the documentation of Kubernetes, Argo,\n");
        text.Append("Knative, Helm and the stores shows. The second column is what kube-linter's documentation has its checks `unset-memory-requirements`, `run-as-non-root`,\n");
        text.Append("`no-read-only-root-fs`, `privileged-container` and `latest-tag` say; the program itself was not run. The third is what LeakLens finds, by line. LL801 answers to the first of these\n");
        text.Append("checks, LL803 to the others in one note. kube-linter has nothing that answers to LL802, LL804 and LL805: it reads neither what an amount means nor what runs in a container.\n\n");
        text.Append("| Manifest | kube-linter | LeakLens | Where they differ |\n|---|---|---|---|\n");
        foreach (var file in Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllText(file);
            text.Append($"| `{Path.GetFileNameWithoutExtension(file)}` | {Comment(content, "kube-linter")} | {string.Join(", ", Found(content))} | {Comment(content, "differs")} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Found(string content)
    {
        var text = SourceText.From(content);
        return Result(content).Findings.Select(finding => $"{text.Lines.GetLine(finding.Span.Start) + 1}: {finding.Rule.Id} {finding.Level.ToString().ToLowerInvariant()}");
    }

    private static bool Differs(string content)
    {
        var checks = Comment(content, "kube-linter")!.Split(", ");
        var found = Result(content).Findings.Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);
        return checks.Contains(Limits) != found.Contains("LL801") || checks.Any(check => check is not Limits and not "nothing") != found.Contains("LL803");
    }

    private static AnalysisResult Result(string content) => Reading.Analyze("manifest.yaml", content);

    private static string? Comment(string content, string name) =>
        content.Split('\n').Where(line => line.StartsWith($"# {name}: ", StringComparison.Ordinal)).Select(line => line[(name.Length + 4)..]).FirstOrDefault();
}
