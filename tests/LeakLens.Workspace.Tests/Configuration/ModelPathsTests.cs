using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>Folders with library models of a project's own.</summary>
public sealed class ModelPathsTests : IDisposable
{
    private const string Program = "import acme\nkept = []\nfor i in range(2000):\n    kept.append(acme.fetch(i))\n";
    private const string Large = """{ "module": "acme", "functions": { "fetch": "key -> bytes(65536)" } }""";
    private const string Nothing = """{ "module": "acme", "functions": { "fetch": "key -> None" } }""";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _caches = new();

    public void Dispose()
    {
        _folder.Dispose();
        _caches.Dispose();
    }

    [Fact]
    public void A_scan_knows_what_a_folder_says_of_libraries()
    {
        _folder.Write("app.py", Program);
        Scan().Messages.ShouldBeEmpty();

        _folder.Write("leaklens.toml", "model-paths = ['models']");
        _folder.Write("models/acme.json", Large);
        _folder.Write("models/notes.txt", "");
        _folder.Write("models/deeper/acme.json", "{");
        Scan().Messages.ShouldHaveSingleItem().ShouldStartWith("kept holds about 125 MiB");
    }

    [Fact]
    public void They_are_part_of_what_a_result_is_kept_under()
    {
        _folder.Write("app.py", Program);
        _folder.Write("leaklens.toml", "model-paths = ['models']");
        _folder.Write("models/acme.json", Large);
        Scan().Hits.ShouldBe(0);
        Scan().Hits.ShouldBe(1);

        _folder.Write("models/acme.json", Nothing);
        var changed = Scan();
        changed.Hits.ShouldBe(0);
        changed.Messages.ShouldBeEmpty();

        _folder.Write("models/acme.json", Large);
        var back = Scan();
        back.Hits.ShouldBe(1);
        back.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public void Each_folder_of_a_project_has_its_own_and_a_base_file_brings_them_along()
    {
        _folder.Write("app.py", Program);
        _folder.Write("sub/app.py", Program);
        _folder.Write("derived/app.py", Program);
        _folder.Write("sub/leaklens.toml", "model-paths = ['models']");
        _folder.Write("sub/models/acme.json", Large);
        _folder.Write("derived/leaklens.toml", "extend = '../sub/leaklens.toml'");

        Scan().Paths.ShouldBe(["derived/app.py", "sub/app.py"]);
    }

    [Fact]
    public void Mistakes_are_told_with_the_place_in_the_models_file()
    {
        _folder.Write("models/acme.json", "{ \"module\": \"acme\",\n  \"functions\": {\n    \"fetch\": \"key -> byte(3)\" } }");
        var error = Errors("model-paths = ['models']").ShouldHaveSingleItem();

        error.ShouldBe(new ConfigurationError(_folder.Combine("models/acme.json"), 3, 14, "there is no word 'byte'"));
    }

    [Fact]
    public void What_cannot_be_read_or_is_too_much_is_told_at_the_key()
    {
        Errors("model-paths = ['none']").ShouldHaveSingleItem().Message.ShouldBe("there is no folder none");

        _folder.Write("models/a.json", [0xff, 0xfe, 0x00]);
        var error = Errors("\nmodel-paths = ['models']").ShouldHaveSingleItem();
        (error.Line, error.Column, error.Message).ShouldBe((2, 1, "a.json of 'model-paths' cannot be read: not a text: it has a zero byte at offset 2"));

        for (var number = 0; number <= 200; number++)
        {
            _folder.Write($"many/{number}.json", "{}");
        }

        Errors("model-paths = ['many']").ShouldHaveSingleItem().Message.ShouldBe("'model-paths' has more than 200 files");
        _folder.Write("large/a.json", new string(' ', (1 << 20) + 1));
        Errors("model-paths = ['large']").ShouldHaveSingleItem().Message.ShouldBe("a.json of 'model-paths' cannot be read: larger than 1 MiB");
    }

    [Fact]
    public void Show_names_the_modules()
    {
        _folder.Write("leaklens.toml", "model-paths = ['models']");
        _folder.Write("models/acme.json", Large);
        var configuration = new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path)).ForFolder(_folder.Path);
        using var output = new StringWriter();
        ConfigurationTextReport.Write(output, configuration, _folder.Combine("app.py"), "app.py");

        output.ToString().ShouldContain("# Models of acme");
    }

    private System.Collections.Immutable.ImmutableArray<ConfigurationError> Errors(string configuration)
    {
        _folder.Write("leaklens.toml", configuration);
        return Should.Throw<ConfigurationException>(() => new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path)).ForFolder(_folder.Path)).Errors;
    }

    private (List<string> Messages, List<string> Paths, int Hits) Scan()
    {
        var configurations = new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path));
        var cache = ReportCache.Open(_caches.Path, _folder.Path);
        var report = Scanner.Scan(new ScanRequest(FileDiscovery.Find(["."], configurations, _folder.Path), RuleCatalogue.BuiltIn.RuleSet, 2) { Configurations = configurations, Cache = cache });
        cache.Save();
        var findings = report.Files.SelectMany(file => file.Findings.Select(finding => (file.Path, finding.Message))).ToList();
        return ([.. findings.Select(finding => finding.Message)], [.. findings.Select(finding => finding.Path)], cache.Hits);
    }
}
