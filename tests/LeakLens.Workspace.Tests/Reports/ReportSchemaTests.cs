using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;
using LeakLens.Workspace.Tests.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Reports;

/// <summary>The reports of a real scan, with whatever can be wrong with a file in it, are what their readers publish that they read.</summary>
public sealed class ReportSchemaTests : IDisposable
{
    private const string Growing = "kept = []\nfor i in range(2_000):\n    kept.append('x' * 65_536)\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void JUnit_is_valid_and_counts_right()
    {
        var text = Render("junit", Scan());
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SchemaPath("junit.xsd"));
        var complaints = new List<string>();
        var document = XDocument.Parse(text, LoadOptions.SetLineInfo);
        document.Validate(schemas, (_, complaint) => complaints.Add($"{complaint.Exception.LineNumber}: {complaint.Message}"));

        complaints.ShouldBeEmpty();
        foreach (var element in document.Root!.DescendantsAndSelf().Where(element => element.Name.LocalName.StartsWith("testsuite", StringComparison.Ordinal)))
        {
            Counted(element, "tests").ShouldBe(element.Descendants("testcase").Count());
            Counted(element, "failures").ShouldBe(element.Descendants("failure").Count());
            Counted(element, "errors").ShouldBe(element.Descendants("error").Count());
        }

        document.Descendants("failure").Count().ShouldBeGreaterThan(4);
        document.Descendants("error").Count().ShouldBeGreaterThan(1);
    }

    /// <summary>The schema is one that can be broken.</summary>
    [Theory]
    [InlineData("<testsuites><testcase name='x'/></testsuites>")]
    [InlineData("<testsuites><testsuite name='x' tests='1' failures='0' errors='0'><testcase classname='x'/></testsuite></testsuites>")]
    [InlineData("<testsuites><testsuite name='x' tests='1' failures='0' errors='0'><testcase name='x' line='3'/></testsuite></testsuites>")]
    [InlineData("<testsuites><testsuite name='x' failures='0' errors='0'/></testsuites>")]
    public void What_readers_of_JUnit_do_not_know_is_not_valid(string text)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SchemaPath("junit.xsd"));

        Should.Throw<XmlSchemaValidationException>(() => XDocument.Parse(text).Validate(schemas, validationEventHandler: null));
    }

    [Fact]
    public void GitLab_gets_what_its_documentation_asks_for()
    {
        var issues = JArray.Parse(Render("gitlab", Scan()));
        var schema = JObject.Parse(File.ReadAllText(SchemaPath("gitlab-code-quality.schema.json")));

        JsonSchemaCheck.Validate(issues, schema).ShouldBeEmpty();
        issues.Count.ShouldBeGreaterThan(4);
        issues.Select(issue => (string?)issue["fingerprint"]).ShouldBeUnique();
        JsonSchemaCheck.Validate(JArray.Parse("""[{ "description": "x", "location": { "path": "./a.py", "lines": { "begin": 0 } } }]"""), schema).Count.ShouldBe(5);
    }

    private static int Counted(XElement element, string name) => XmlConvert.ToInt32(element.Attribute(name)!.Value);

    private static string SchemaPath(string name) => RepositoryFolder.Combine("tests", "LeakLens.Workspace.Tests", "Reports", "Schemas", name);

    private ScanReport Scan()
    {
        _folder.Write("plain.py", Growing);
        _folder.Write("twice.py", Growing + Growing.Replace("kept", "more", StringComparison.Ordinal) + Growing);
        _folder.Write("a b/ü \"quoted\" <&>\n.py", Growing.Replace("kept", "gehälter", StringComparison.Ordinal));
        _folder.Write("\u0001control.py", Growing);
        _folder.Write("accepted.py", Growing.Replace("536)", "536)  # leaklens: ignore[ALL]  # \"small\" <&>", StringComparison.Ordinal));
        _folder.Write("note.py", "kept = []\nfor i in range(2_000):\n    kept.append([i])\n");
        _folder.Write("clean.py", "x = 1\n");
        _folder.Write("broken.py", "def f(:\n    pass\n");
        _folder.Write("binary.py", [0, 1, 2]);
        _folder.Write("study.ipynb", new JObject { ["cells"] = new JArray(new JObject { ["cell_type"] = "code", ["source"] = Growing }) }.ToString());
        _folder.Write("deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  containers:\n    - name: a\n      image: a\n");
        var configurations = new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path));
        return Scanner.Scan(new ScanRequest(FileDiscovery.Find([".", "gone.py"], configurations, _folder.Path), RuleCatalogue.BuiltIn.RuleSet, 2) { Configurations = configurations });
    }

    private string Render(string format, ScanReport report)
    {
        using var output = new StringWriter();
        ReportFormats.Write(format, output, report, new ReportContext("0", _folder.Path));
        return output.ToString();
    }
}
