using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Payloads;

/// <summary>
/// One payload in a hundred disguises, each of which CPython 3.11 has undone and run (tests/payloads/disguises.py): LeakLens decodes it and
/// says what is inside, or, where the text does not hold it, that hidden code is executed. Programs that only look alike are left alone.
/// </summary>
public sealed class DisguiseTests
{
    private const string Inside = "builtins.reached";

    private static readonly Dictionary<string, JObject> All = JArray.Parse(File.ReadAllText(RepositoryFolder.Combine("tests", "payloads", "disguises.json"))).Cast<JObject>().ToDictionary(one => (string)one["name"]!, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> LookAlikes = File.ReadAllText(RepositoryFolder.Combine("tests", "payloads", "lookalikes.txt")).Split("# --- ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(text => text.Split('\n')[0].Trim(), text => text[(text.IndexOf('\n') + 1)..], StringComparer.Ordinal);

    public static TheoryData<string> Disguises() => [.. All.Keys];

    public static TheoryData<string> Harmless() => [.. LookAlikes.Keys];

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_disguise_is_undone_and_its_content_told(string name)
    {
        var program = All[name];
        var files = program["files"]!.Children<JProperty>().ToDictionary(file => file.Name, file => Convert.FromBase64String((string)file.Value!), StringComparer.Ordinal);
        var result = Analyze((string)program["source"]!, files, RuleCatalogue.DefaultProfile);

        result.Findings.ShouldContain(finding => finding.Rule.Family == "hidden-payload" && finding.Level >= FindingLevel.Warning);
        if (!(bool)program["flagged"]!)
        {
            Contents(result).ShouldContain(text => text.Contains(Inside) || text.Contains("reached"));
        }
    }

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_gate_blocks_every_disguise(string name)
    {
        var program = All[name];
        var files = program["files"]!.Children<JProperty>().ToDictionary(file => file.Name, file => Convert.FromBase64String((string)file.Value!), StringComparer.Ordinal);

        Analyze((string)program["source"]!, files, RuleCatalogue.StrictProfile).Verdict.ShouldBe(Verdict.Block);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_only_looks_alike_is_left_alone(string name)
    {
        var text = LookAlikes[name];
        var files = text.Split('\n').Where(line => line.StartsWith("# file: ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(words => words[2], words => Convert.FromBase64String(words[3]), StringComparer.Ordinal);
        var result = Analyze(text, files, RuleCatalogue.DefaultProfile);

        result.Tree.Errors.ShouldBeEmpty();
        result.Findings.Where(finding => finding.Rule.Family == "hidden-payload" && finding.Level >= FindingLevel.Warning).Select(finding => finding.Message).ShouldBeEmpty();
        result.FileFindings.ShouldBeEmpty();
    }

    /// <summary>The payloads, and those inside of them.</summary>
    private static IEnumerable<string> Contents(AnalysisResult result) => result.Payloads.SelectMany(payload => Contents(payload.Analysis).Prepend(payload.Code.Text));

    private static AnalysisResult Analyze(string source, Dictionary<string, byte[]> files, string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile)!.Apply(catalogue.Rules);
        return Analyzer.Analyze(SourceText.From(source), new AnalysisOptions(rules) { Files = new MemoryFiles(files) });
    }
}
