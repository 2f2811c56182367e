using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class ConfigurationTests : IDisposable
{
    private const string Leak = "kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_nearest_file_up_the_tree_decides()
    {
        _folder.Write("pyproject.toml", "[tool.leaklens]\nrules = { LL103 = \"error\" }\n");
        _folder.Write("inner/leaklens.toml", "ignore = [\"LL1\"]\n");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        (await DiagnoseAsync(server, "a.py"))["severity"]!.Value<int>().ShouldBe(1);
        (await DiagnosticsOfAsync(server, "inner/deep/b.py")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tests/test_a.py", 3)]
    [InlineData("a.py", 2)]
    public async Task A_files_role_is_that_of_a_scan(string file, int expectedSeverity)
    {
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        (await DiagnoseAsync(server, file))["severity"]!.Value<int>().ShouldBe(expectedSeverity);
    }

    [Fact]
    public async Task What_the_configuration_leaves_out_has_no_findings()
    {
        _folder.Write("leaklens.toml", "extend-exclude = [\"generated\"]\n");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        (await DiagnosticsOfAsync(server, "generated/a.py")).ShouldBeEmpty();
        (await DiagnosticsOfAsync(server, ".venv/lib/b.py")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_the_file_is_in_force_at_once()
    {
        var file = _folder.Write("leaklens.toml", "");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        (await DiagnosticsOfAsync(server, "a.py")).Count.ShouldBe(1);

        _folder.Write("leaklens.toml", "ignore = [\"LL1\"]\n");
        await server.WatchedAsync(file);

        (await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_a_library_model_is_in_force_at_once_and_its_errors_are_shown_in_it()
    {
        const string program = "import acme\nkept = []\nfor i in range(40):\n    kept.append(acme.fetch(i))\n";
        _folder.Write("leaklens.toml", "model-paths = [\"models\"]\n");
        var file = _folder.Write("models/acme.json", """{ "module": "acme", "functions": { "fetch": "key -> None" } }""");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await server.OpenAsync(program, uri: UriOf("a.py"));
        (await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.ShouldBeEmpty();

        _folder.Write("models/acme.json", """{ "module": "acme", "functions": { "fetch": "key -> bytes(1000000)" } }""");
        await server.WatchedAsync(file);
        (await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.Count().ShouldBe(1);

        _folder.Write("models/acme.json", """{ "module": "acme", "functions": { "fetch": "key -> byte(1000000)" } }""");
        await server.WatchedAsync(file);
        var diagnostic = (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldHaveSingleItem();
        ((string?)diagnostic["message"]).ShouldBe("there is no word 'byte'");
        diagnostic["range"]!["start"]!.ShouldBeJson("""{ "line": 0, "character": 44 }""");

        _folder.Write("models/acme.json", """{ "module": "acme", "functions": { "fetch": "key -> None" } }""");
        await server.WatchedAsync(file);
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_a_rule_of_ones_own_is_in_force_at_once_and_its_errors_are_shown_in_it()
    {
        const string rule = """{ "id": "APP001", "name": "own-rule", "summary": "Nothing grows here.", "when": { "fact": "growth" }, "message": "{name} grows" }""";
        _folder.Write("leaklens.toml", "rule-paths = [\"rules\"]\nselect = [\"APP\"]\n");
        var file = _folder.Write("rules/own/rule.json", rule);
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        var diagnostic = await DiagnoseAsync(server, "a.py");
        ((string?)diagnostic["code"], (string?)diagnostic["message"]).ShouldBe(("APP001", "kept grows"));

        _folder.Write("rules/own/rule.json", rule.Replace("grows\" }", "grows and grows\" }", StringComparison.Ordinal));
        await server.WatchedAsync(file);
        ((string?)(await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.ShouldHaveSingleItem()["message"]).ShouldBe("kept grows and grows");

        _folder.Write("rules/own/rule.json", rule.Replace("growth", "grwth", StringComparison.Ordinal));
        await server.WatchedAsync(file);
        var wrong = (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldHaveSingleItem();
        ((string?)wrong["message"]).ShouldBe("'fact' takes one of growth, peak, resource");
        wrong["range"]!["start"]!.ShouldBeJson("""{ "line": 0, "character": 90 }""");

        _folder.Write("rules/own/rule.json", rule);
        await server.WatchedAsync(file);
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rules_of_ones_own_are_explained_where_their_names_stand_and_in_the_list()
    {
        _folder.Write("leaklens.toml", "rule-paths = [\"rules\"]\n");
        _folder.Write("rules/own/rule.json", """{ "id": "APP001", "name": "own-rule", "summary": "Nothing grows here.", "when": { "fact": "growth" }, "message": "{name} grows" }""");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await server.OpenAsync("x = 1  # leaklens: ignore[APP001]\n", uri: UriOf("a.py"));

        var hover = await server.Client.RequestAsync("textDocument/hover", new JObject { ["textDocument"] = new JObject { ["uri"] = UriOf("a.py") }, ["position"] = new JObject { ["line"] = 0, ["character"] = 28 } });
        ((string?)hover["result"]!["contents"]!["value"]).ShouldNotBeNull().ShouldStartWith("**APP001 own-rule**");
        var listed = (await server.Client.RequestAsync("leaklens.server/rules"))["result"]!.First(static one => (string?)one["id"] == "APP001");
        var page = await server.Client.RequestAsync("workspace/textDocumentContent", new JObject { ["uri"] = listed["uri"] });
        ((string?)page["result"]!["text"]).ShouldNotBeNull().ShouldContain("Nothing grows here.");
    }

    [Fact]
    public async Task Errors_are_shown_in_the_file_and_the_last_good_configuration_stays_in_force()
    {
        var file = _folder.Write("leaklens.toml", "ignore = [\"LL1\"]\n");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        (await DiagnosticsOfAsync(server, "a.py")).ShouldBeEmpty();

        _folder.Write("leaklens.toml", "\nignroe = [\"LL103\"]\n");
        await server.WatchedAsync(file);

        var published = await server.Client.DiagnosticsAsync(TestServer.UriOf(file));
        var diagnostic = published["diagnostics"]!.ShouldHaveSingleItem();
        diagnostic["range"]!.ShouldBeJson("""{ "start": { "line": 1, "character": 0 }, "end": { "line": 1, "character": 6 } }""");
        ((string?)diagnostic["message"])!.ShouldContain("did you mean 'ignore'");
        (await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.ShouldBeEmpty();

        _folder.Write("leaklens.toml", "");
        await server.WatchedAsync(file);

        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldBeEmpty();
        (await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_configuration_is_told_before_a_file_is_opened()
    {
        var file = _folder.Write("pyproject.toml", "[tool.leaklens]\nselect = [\"LL999\"]\n");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_configuration_file_that_is_open_is_checked_while_it_is_typed()
    {
        var file = _folder.Write("leaklens.toml", "");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await server.OpenAsync("profile = \"strict\"\n", uri: TestServer.UriOf(file), languageId: "toml");
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file), version: 1))["diagnostics"]!.ShouldBeEmpty();

        await server.ChangeAsync(TestServer.UriOf(file), 2, TestServer.Edit((0, 11), (0, 17), "strickt"));

        var diagnostic = (await server.Client.DiagnosticsAsync(TestServer.UriOf(file), version: 2))["diagnostics"]!.ShouldHaveSingleItem();
        diagnostic["range"]!.ShouldBeJson("""{ "start": { "line": 0, "character": 10 }, "end": { "line": 0, "character": 19 } }""");
    }

    [Fact]
    public async Task Settings_of_the_editor_win_over_files_and_are_reloaded()
    {
        _folder.Write("leaklens.toml", "rules = { LL103 = \"error\" }\n");
        var capabilities = Capabilities.Full();
        capabilities["workspace"] = new JObject { ["configuration"] = true };
        await using var server = await TestServer.StartAsync(capabilities: capabilities, folders: _folder.Path);
        await AnswerSettingsAsync(server, """{ "rules": { "LL103": "note" } }""");
        (await DiagnoseAsync(server, "a.py"))["severity"]!.Value<int>().ShouldBe(3);

        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new JObject { ["settings"] = null });
        await AnswerSettingsAsync(server, """{ "ignore": ["large-text-accumulation", "LL101"] }""");

        (await server.Client.DiagnosticsAsync(UriOf("a.py")))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_setting_that_makes_no_sense_is_logged_and_has_no_effect()
    {
        var capabilities = Capabilities.Full();
        capabilities["workspace"] = new JObject { ["configuration"] = true };
        await using var server = await TestServer.StartAsync(capabilities: capabilities, folders: _folder.Path);
        await AnswerSettingsAsync(server, """{ "profile": "nonsense", "ignore": ["LL1O3"], "select": 7 }""");

        var logged = await server.Client.NextNotificationAsync("window/logMessage");

        ((string?)logged["params"]!["message"])!.ShouldContain("nonsense");
        (await DiagnosticsOfAsync(server, "a.py")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_setting_may_name_rules_of_the_projects_own_and_what_nobody_knows_is_logged()
    {
        _folder.Write("leaklens.toml", "rule-paths = [\"rules\"]\nselect = [\"APP\"]\n");
        _folder.Write("rules/own/rule.json", """{ "id": "APP001", "name": "own-rule", "summary": "s", "when": { "fact": "growth" }, "message": "m" }""");
        var capabilities = Capabilities.Full();
        capabilities["workspace"] = new JObject { ["configuration"] = true };
        await using var server = await TestServer.StartAsync(capabilities: capabilities, folders: _folder.Path);
        await AnswerSettingsAsync(server, """{ "rules": { "APP001": "note", "own-rul": "error" } }""");

        var logged = await server.Client.NextNotificationAsync("window/logMessage");

        ((string?)logged["params"]!["message"]).ShouldBe("leaklens.rules: there is no rule 'own-rul' (did you mean 'own-rule'?); `leaklens rules` lists them all");
        (await DiagnoseAsync(server, "a.py"))["severity"]!.Value<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Two_folders_have_two_configurations()
    {
        _folder.Write("one/leaklens.toml", "ignore = [\"LL1\"]\n");
        _folder.Write("two/leaklens.toml", "rules = { LL103 = \"error\" }\n");
        await using var server = await TestServer.StartAsync(folders: [Path.Combine(_folder.Path, "one"), Path.Combine(_folder.Path, "two")]);

        (await DiagnosticsOfAsync(server, "one/a.py")).ShouldBeEmpty();
        (await DiagnoseAsync(server, "two/a.py"))["severity"]!.Value<int>().ShouldBe(1);
    }

    private static async Task AnswerSettingsAsync(TestServer server, string settings)
    {
        var asked = await server.Client.NextNotificationAsync("workspace/configuration");
        var answers = asked["params"]!["items"]!.Select(_ => JToken.Parse(settings));
        await server.Client.SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = asked["id"], ["result"] = new JArray(answers) });
        await Task.Delay(50);
    }

    private string UriOf(string name) => TestServer.UriOf(Path.Combine(_folder.Path, name));

    private async Task<JToken> DiagnoseAsync(TestServer server, string name) => (await DiagnosticsOfAsync(server, name)).ShouldHaveSingleItem();

    private async Task<List<JToken>> DiagnosticsOfAsync(TestServer server, string name)
    {
        await server.OpenAsync(Leak, uri: UriOf(name));
        return [.. (await server.Client.DiagnosticsAsync(UriOf(name)))["diagnostics"]!];
    }
}
