using System.Text.RegularExpressions;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>A rule is one stem in several places; here the places are held together.</summary>
public sealed partial class RuleFolderTests
{
    private static readonly string[] Headings =
        ["What it does", "Why it leaks", "Example", "Use instead", "How LeakLens decides", "Known limits", "Options", "References"];

    private static readonly string[] KnownFiles = ["rule.json", "README.md", "bad.py", "bad.yaml", "fixed.py"];

    [Fact]
    public void Every_folder_under_rules_is_a_rule_or_a_known_kind_of_data()
    {
        var folders = Directory.EnumerateDirectories(RuleFolder.Root).Select(Path.GetFileName).ToArray();

        folders.ShouldNotBeEmpty();
        folders.ShouldAllBe(name => RuleFolderName().IsMatch(name!) || name == "schema" || name == "models" || name == "profiles" || name == "gate" || name == "facts");
    }

    [Fact]
    public void Ids_and_slugs_are_unique()
    {
        RuleFolder.All().Select(folder => folder.Id).ShouldBeUnique();
        RuleFolder.All().Select(folder => folder.Slug).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Id_and_slug_are_those_of_the_folder(string name)
    {
        var folder = new RuleFolder(name);
        var json = folder.ReadJson();

        json.Value<string>("id").ShouldBe(folder.Id);
        json.Value<string>("name").ShouldBe(folder.Slug);
        folder.Read("README.md").ShouldStartWith($"# {folder.Id}: {folder.Slug}\n");
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_engine_has_a_class_and_the_changelog_a_line_of_the_same_stem(string name)
    {
        var folder = new RuleFolder(name);
        var className = string.Concat(folder.Slug.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

        Directory.EnumerateFiles(RepositoryFolder.Combine("server", RoomOf(folder)), $"{className}Rule.cs", SearchOption.AllDirectories).ShouldHaveSingleItem($"{className}Rule.cs");
        File.ReadAllText(RepositoryFolder.Combine("CHANGELOG.md")).ShouldContain($"{folder.Id} `{folder.Slug}`");
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_folder_holds_the_three_files_and_nothing_strange(string name)
    {
        var files = Directory.EnumerateFileSystemEntries(Path.Combine(RuleFolder.Root, name)).Select(Path.GetFileName).ToArray();

        files.ShouldContain("rule.json");
        files.ShouldContain("README.md");
        files.ShouldContain(new RuleFolder(name).ExampleFile);
        files.ShouldBeSubsetOf(KnownFiles);
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_json_satisfies_the_schema(string name)
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "rule.schema.json")));

        JsonSchemaCheck.Validate(new RuleFolder(name).ReadJson(), schema).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_page_has_the_fixed_headings_with_text_below_each(string name)
    {
        var page = new RulePage(new RuleFolder(name).Read("README.md"));

        page.GetHeadings().ShouldBe(Headings);
        Headings.ShouldAllBe(heading => page.GetSection(heading).Length > 40);
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_options_section_gives_each_threshold_with_its_default(string name)
    {
        var folder = new RuleFolder(name);
        var options = new RulePage(folder.Read("README.md")).GetSection("Options");

        foreach (var threshold in folder.ReadJson()["thresholds"]!.Children<JProperty>())
        {
            options.ShouldContain($"| `{threshold.Name}` | {threshold.Value} |");
        }
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_references_name_each_weakness_and_links_are_whole(string name)
    {
        var folder = new RuleFolder(name);
        var readme = folder.Read("README.md");

        foreach (var cwe in folder.ReadJson()["cwe"]!.Values<string>())
        {
            readme.ShouldContain($"https://cwe.mitre.org/data/definitions/{cwe!["CWE-".Length..]}.html");
        }

        MarkdownLink().Matches(readme).Select(match => match.Groups["target"].Value).ShouldAllBe(target => Resolves(folder, target));
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void The_catalogue_serves_the_folder(string name)
    {
        var folder = new RuleFolder(name);
        var rule = RuleCatalogue.BuiltIn.Find(folder.Slug).ShouldNotBeNull();

        rule.Id.ShouldBe(folder.Id);
        RuleCatalogue.PageOf(rule).Markdown.ShouldBe(folder.Read("README.md"));
    }

    [Fact]
    public void The_catalogue_has_no_rule_without_a_folder() =>
        RuleCatalogue.BuiltIn.Rules.Select(rule => $"{rule.Id}-{rule.Name}").ShouldBe(RuleFolder.All().Select(folder => folder.Name));

    /// <summary>What is about files of deployments has a room of its own.</summary>
    private static string RoomOf(RuleFolder folder) => folder.IsDeployment ? "LeakLens.Deployment" : "LeakLens.Engine";

    private static bool Resolves(RuleFolder folder, string target) =>
        target.StartsWith("https://", StringComparison.Ordinal)
            ? Uri.TryCreate(target, UriKind.Absolute, out _)
            : Path.Exists(folder.GetPath(target.Split('#')[0]));

    [GeneratedRegex("^LL[0-9]{3}-[a-z0-9-]+$", RegexOptions.None, 1000)]
    private static partial Regex RuleFolderName();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkdownLink();
}
