using System.Xml.Linq;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Suppressions;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json.Linq;
using static LeakLens.Workspace.Tests.Reports.ReportSample;

namespace LeakLens.Workspace.Tests.Reports;

public sealed class ReportFormatsTests
{
    private const string Grows = "sessions[user] = \"x\" * 65_536";

    private static readonly ScanReport Sample = Scan(File("examples/service.py", Service, Finding(Service, Grows, related: [("sessions = {}", "sessions is created here")])));

    [Fact]
    public void Concise_is_one_line_for_each_finding() =>
        Render("concise", Sample).ShouldBe("examples/service.py:6:9: error LL101 sessions holds about 125 MiB\n");

    [Fact]
    public void GitHub_gets_one_command_for_each_finding() =>
        Render("github", Sample).ShouldBe("::error file=examples/service.py,line=6,endLine=6,col=9,endColumn=38,title=LL101 loop-accumulation::sessions holds about 125 MiB\n");

    [Fact]
    public void Analysed_code_cannot_give_GitHub_commands()
    {
        var report = Scan(File("a,b:c\n::error::x.py", Service, Finding(Service, Grows, message: "x\n::set-output name=y::z %")));

        var lines = Render("github", report).TrimEnd('\n').Split('\n');

        lines.ShouldHaveSingleItem().ShouldBe("::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.py,line=6,endLine=6,col=9,endColumn=38,title=LL101 loop-accumulation::x%0A::set-output name=y::z %25");
    }

    [Fact]
    public void Json_lines_are_the_findings_of_the_whole_report()
    {
        var line = JObject.Parse(Render("json-lines", Sample).TrimEnd('\n'));
        var whole = JObject.Parse(Render("json", Sample));

        JToken.DeepEquals(line, whole["findings"]![0]).ShouldBeTrue();
    }

    [Fact]
    public void Markdown_is_a_table_that_code_cannot_break()
    {
        var report = Scan(File("a|b.py", Service, Finding(Service, Grows, message: "`x` | <img src=http://evil>\n| y")));

        var markdown = Render("markdown", report);

        markdown.ShouldContain("| error | LL101 | 125 MiB | \\`x\\` \\| \\<img src=http\\://evil\\>\uFFFD\\| y | a\\|b.py:6 |\n");
    }

    [Fact]
    public void GitLab_names_a_finding_the_same_when_lines_move()
    {
        var moved = "# a comment\n\n" + Service;
        var before = JArray.Parse(Render("gitlab", Sample));
        var after = JArray.Parse(Render("gitlab", Scan(File("examples/service.py", moved, Finding(moved, Grows)))));

        after[0]["fingerprint"]!.Value<string>().ShouldBe(before[0]["fingerprint"]!.Value<string>());
        after[0]["location"]!["lines"]!["begin"]!.Value<int>().ShouldBe(8);
        before[0]["severity"]!.Value<string>().ShouldBe("critical");
    }

    [Fact]
    public void Findings_in_lines_that_read_the_same_have_different_names()
    {
        const string twice = "xs.append(y)\nxs.append(y)\n";
        var first = Finding(twice, "xs.append(y)");
        var report = Scan(File("a.py", twice, first, first with { Span = new LeakLens.Python.Text.TextSpan(13, 12) }));

        JArray.Parse(Render("gitlab", report)).Select(finding => finding["fingerprint"]!.Value<string>()).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public void JUnit_counts_what_it_holds()
    {
        var report = Sample with { Files = [.. Sample.Files, File("quiet.py", "x = 1\n"), FileReport.Failed("gone.py", ScanProblemKind.Unreadable, "no such file \u0001")] };

        var suites = XDocument.Parse(Render("junit", report)).Root!;

        (suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value, suites.Attribute("errors")!.Value).ShouldBe(("3", "1", "1"));
        suites.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value).ShouldBe(["examples/service.py", "quiet.py", "gone.py"]);
        suites.Descendants("failure").ShouldHaveSingleItem().Attribute("message")!.Value.ShouldBe("sessions holds about 125 MiB");
    }

    [Fact]
    public void Sarif_has_places_flow_and_rules()
    {
        var run = JObject.Parse(Render("sarif", Sample))["runs"]![0]!;

        var result = run["results"]!.ShouldHaveSingleItem();
        result["ruleId"]!.Value<string>().ShouldBe("LL101");
        result["level"]!.Value<string>().ShouldBe("error");
        var place = result["locations"]![0]!["physicalLocation"]!;
        place["artifactLocation"]!["uri"]!.Value<string>().ShouldBe("examples/service.py");
        place["artifactLocation"]!["uriBaseId"]!.Value<string>().ShouldBe("SRCROOT");
        place["region"]!["startLine"]!.Value<int>().ShouldBe(6);
        place["region"]!["startColumn"]!.Value<int>().ShouldBe(9);
        result["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.Count().ShouldBe(2);
        run["tool"]!["driver"]!["rules"]![0]!["id"]!.Value<string>().ShouldBe("LL101");
        run["taxonomies"]![0]!["taxa"]![0]!["id"]!.Value<string>().ShouldBe("770");
        run["originalUriBaseIds"]!["SRCROOT"]!["uri"]!.Value<string>().ShouldEndWith("/");
    }

    [Fact]
    public void Sarif_tells_what_was_accepted_and_why()
    {
        var accepted = Finding(Service, Grows) with { Suppression = new Suppression(SuppressionKind.Line, "a cache of one day", null) };
        var file = File("service.py", Service) with { Suppressed = [accepted] };

        var suppression = JObject.Parse(Render("sarif", Scan(file)))["runs"]![0]!["results"]![0]!["suppressions"]!.ShouldHaveSingleItem();

        suppression["justification"]!.Value<string>().ShouldBe("a cache of one day");
        suppression["kind"]!.Value<string>().ShouldBe("external");
    }

    [Fact]
    public void Paths_with_spaces_and_letters_become_URIs()
    {
        var report = Scan(File("mein ordner/größe#1.py", Service, Finding(Service, Grows)));

        var uri = JObject.Parse(Render("sarif", report))["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.Value<string>();

        uri.ShouldBe("mein%20ordner/gr%C3%B6%C3%9Fe%231.py");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_format_writes_a_report_of_nothing(string format) => Should.NotThrow(() => Render(format, Scan()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_format_is_the_same_each_time(string format) => Render(format, Sample).ShouldBe(Render(format, Sample));

    public static TheoryData<string> Names() => [.. ReportFormats.Names];

    private static string Render(string format, ScanReport report)
    {
        var output = new StringWriter { NewLine = "\n" };
        ReportFormats.Write(format, output, report, new ReportContext("1.2.3", Path.GetFullPath("project")));
        return output.ToString();
    }
}
