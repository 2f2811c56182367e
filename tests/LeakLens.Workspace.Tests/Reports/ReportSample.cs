using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Reports;

/// <summary>Builds reports by hand, so that what is tested is the writing of them.</summary>
internal static class ReportSample
{
    public static readonly RuleDescriptor Rule = new(
        "LL101", "loop-accumulation", "accumulation", FindingLevel.Error, "Summary.", ["CWE-770"], [], ImmutableDictionary<string, double>.Empty);

    public const string Service = """
        sessions = {}


        def load():
            for user in range(2_000):
                sessions[user] = "x" * 65_536
        """;

    public static Finding Finding(string source, string marked, FindingLevel level = FindingLevel.Error, string message = "sessions holds about 125 MiB", (string Marked, string Message)[]? related = null) => new(
        Rule,
        level,
        0.97,
        Locate(source, marked),
        message,
        new Estimate(131_260_000, 131_260_000, 65_630, 2_000, GrowthBound.Finite, Lifetime.Module, Multiplicity.Once),
        [.. (related ?? []).Select(place => new RelatedPlace(Locate(source, place.Marked), place.Message))],
        [],
        []);

    public static FileReport File(string path, string source, params Finding[] findings)
    {
        var worst = findings.Length == 0 ? Verdict.Allow : Verdict.Block;
        return new FileReport(path, 611, source.Split('\n').Length, SourceText.From(source), [.. findings], [], worst);
    }

    public static ScanReport Scan(params FileReport[] files) => new([.. files], [], files.Length, TimeSpan.FromMilliseconds(12.34));

    private static TextSpan Locate(string source, string marked)
    {
        var start = source.IndexOf(marked, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0);
        return new TextSpan(start, marked.Length);
    }
}
