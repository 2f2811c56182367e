using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class CodeActionTests
{
    private const string Leak = "kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))\nprint(len(kept))\n";

    [Fact]
    public async Task A_finding_can_be_accepted_where_it_is_with_a_reason_to_be_written()
    {
        await using var server = await TestServer.StartAsync(capabilities: Capable());
        var edit = await ChooseAsync(server, Leak, line: 2, "Ignore this here");

        edit.ToString().ShouldContain("${1:reason}");
        EditorEdits.Apply(Leak, edit).ShouldBe(Leak.Replace("str(i))", "str(i))  # leaklens: ignore[LL103]  # reason"));
        await CheckSilentAsync(server, EditorEdits.Apply(Leak, edit));
    }

    [Theory]
    [InlineData("kept = []\nfor i in range(40):\n    kept.append(\n        '''\n''' + 'x' * 65_536 + str(i))\n", 2)]
    [InlineData("kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + \\\n        str(i))\n", 2)]
    [InlineData("kept = []\r\nfor i in range(40):\r\n    kept.append('x' * 65_536 + str(i))   \r\n", 2)]
    [InlineData("kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))  # leaklens: ignore[LL404]\n", 2)]
    [InlineData("kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))  # type: ignore", 2)]
    public async Task The_comment_comes_where_it_is_read(string text, int line)
    {
        await using var server = await TestServer.StartAsync(capabilities: Capable());

        var changed = EditorEdits.Apply(text, await ChooseAsync(server, text, line, "Ignore this here"));

        await CheckNoFindingAsync(server, changed, "LL103");
    }

    [Theory]
    [InlineData(Leak, "# leaklens: file-ignore[LL103]  # reason\n" + Leak)]
    [InlineData("#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n" + Leak, "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# leaklens: file-ignore[LL103]  # reason\n" + Leak)]
    [InlineData("# leaklens: file-ignore[LL404]\n" + Leak, "# leaklens: file-ignore[LL404, LL103]\n" + Leak)]
    public async Task A_rule_can_be_accepted_for_the_file(string text, string expected)
    {
        await using var server = await TestServer.StartAsync(capabilities: Capable());

        var edit = await ChooseAsync(server, text, text.Split('\n').ToList().FindIndex(one => one.Contains("append")), "Ignore this rule in this file");

        EditorEdits.Apply(text, edit).ShouldBe(expected);
        await CheckNoFindingAsync(server, expected, "LL103");
    }

    [Theory]
    [InlineData("pyproject.toml", "[project]\nname = \"a\"\n", "[project]\nname = \"a\"\n\n[tool.leaklens]\nignore = [\"LL103\"]\n")]
    [InlineData("pyproject.toml", "[tool.leaklens] # ours\nprofile = \"balanced\"\n", "[tool.leaklens] # ours\nignore = [\"LL103\"]\nprofile = \"balanced\"\n")]
    [InlineData("leaklens.toml", "ignore = [\n  \"LL404\", # why\n]\n", "ignore = [\n  \"LL404\", \"LL103\", # why\n]\n")]
    [InlineData("leaklens.toml", "ignore = []\n[rules]\nLL102 = \"off\"\n", "ignore = [\"LL103\"]\n[rules]\nLL102 = \"off\"\n")]
    public async Task A_rule_can_be_turned_off_for_the_project(string name, string configuration, string expected)
    {
        using var folder = new TestFolder();
        var file = folder.Write(name, configuration);
        await using var server = await TestServer.StartAsync(capabilities: Capable(), folders: folder.Path);
        var uri = TestServer.UriOf(Path.Combine(folder.Path, "a.py"));

        var edit = await ChooseAsync(server, Leak, line: 2, "Turn this rule off in the project's configuration", uri);

        EditorEdits.Apply(configuration, edit, TestServer.UriOf(file)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_project_without_a_configuration_gets_one()
    {
        using var folder = new TestFolder();
        await using var server = await TestServer.StartAsync(capabilities: Capable(), folders: folder.Path);
        var expected = TestServer.UriOf(Path.Combine(folder.Path, "leaklens.toml"));

        var edit = await ChooseAsync(server, Leak, line: 2, "Turn this rule off in the project's configuration", TestServer.UriOf(Path.Combine(folder.Path, "a.py")));

        edit["documentChanges"]![0]!.ShouldBeJson($$"""{ "kind": "create", "uri": "{{expected}}", "options": { "ignoreIfExists": true } }""");
        EditorEdits.Apply("", edit, expected).ShouldBe("ignore = [\"LL103\"]\n");
    }

    [Fact]
    public async Task A_fix_is_offered_with_what_to_review_and_takes_the_finding_away()
    {
        const string text = "from functools import lru_cache\n\n\n@lru_cache(maxsize=None)\ndef load(name):\n    return name * 1000\n\n\ndef handle(request):\n    return load(request.name)\n";
        await using var server = await TestServer.StartAsync(capabilities: Capable());
        await server.OpenAsync(text);

        var fix = (await ActionsAsync(server, 3)).First(action => action["edit"] is not null);

        ((string?)fix["kind"]).ShouldBe("quickfix");
        ((string?)fix["title"])!.ShouldStartWith("LeakLens (LL403): ");
        ((bool?)fix["isPreferred"]).ShouldBe(!((string?)fix["title"])!.Contains("needs review", StringComparison.Ordinal));
        fix["diagnostics"]!.ShouldHaveSingleItem()["code"]!.ToString().ShouldBe("LL403");
        fix["edit"]!["documentChanges"]![0]!["edits"]!.ShouldContain(edit => edit["snippet"] != null);
        await CheckNoFindingAsync(server, EditorEdits.Apply(text, fix["edit"]!), "LL403");
    }

    [Fact]
    public async Task All_that_is_safe_is_fixed_when_that_is_asked_for()
    {
        const string text = "x = 1  # leaklens: ignore[LL101]\ny = 2  # leaklens: ignore[LL102]\n";
        await using var server = await TestServer.StartAsync(capabilities: Capable());
        await server.OpenAsync(text);

        var action = (await ActionsAsync(server, 0, "source.fixAll")).ShouldHaveSingleItem();
        ((string?)action["kind"]).ShouldBe("source.fixAll.leaklens");

        EditorEdits.Apply(text, await ResolveAsync(server, action)).ShouldBe("x = 1\ny = 2\n");
    }

    [Fact]
    public async Task An_unused_suppression_is_removed_alone_or_with_all_others()
    {
        const string text = "x = 1  # leaklens: ignore[LL101]\ny = 2  # leaklens: ignore[LL102]\n";
        await using var server = await TestServer.StartAsync(capabilities: Capable());
        await server.OpenAsync(text);

        var actions = await ActionsAsync(server, 0);

        actions.Select(action => (string?)action["title"]).ShouldBe(["LeakLens (LL001): Remove it", "LeakLens (LL001): Fix all LL001 in this file"]);
        ((bool?)actions[0]["isPreferred"]).ShouldBe(true);
        EditorEdits.Apply(text, actions[0]["edit"]!).ShouldBe("x = 1\ny = 2  # leaklens: ignore[LL102]\n");
        EditorEdits.Apply(text, await ResolveAsync(server, actions[1])).ShouldBe("x = 1\ny = 2\n");
    }

    [Fact]
    public async Task A_client_that_resolves_nothing_and_knows_no_versions_gets_whole_actions()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Leak);

        var action = (await ActionsAsync(server, 2)).Single(action => ((string?)action["title"])!.EndsWith("Ignore this here", StringComparison.Ordinal));

        action["data"].ShouldBeNull();
        EditorEdits.Apply(Leak, action["edit"]!).ShouldBe(Leak.Replace("str(i))", "str(i))  # leaklens: ignore[LL103]"));
    }

    [Fact]
    public async Task An_action_on_a_text_that_has_changed_since_is_refused()
    {
        await using var server = await TestServer.StartAsync(capabilities: Capable());
        await server.OpenAsync(Leak);
        var action = (await ActionsAsync(server, 2)).Last();

        await server.ChangeAsync(2, TestServer.Replace("x"));

        ((int)(await server.Client.RequestAsync("codeAction/resolve", action))["error"]!["code"]!).ShouldBe(-32801);
    }

    [Fact]
    public async Task A_client_that_only_looks_does_not_wait_for_an_analysis()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options(), Capable());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");

        (await ActionsAsync(server, 0, trigger: 2)).ShouldBeEmpty();

        analysis.Open();
    }

    private static JObject Capable()
    {
        var capabilities = Capabilities.Full();
        capabilities["textDocument"]!["codeAction"] = new JObject { ["isPreferredSupport"] = true, ["dataSupport"] = true, ["resolveSupport"] = new JObject { ["properties"] = new JArray("edit") } };
        capabilities["workspace"] = new JObject { ["workspaceEdit"] = new JObject { ["documentChanges"] = true, ["snippetEditSupport"] = true, ["resourceOperations"] = new JArray("create") } };
        return capabilities;
    }

    private static async Task<JToken> ChooseAsync(TestServer server, string text, int line, string title, string uri = TestServer.Uri)
    {
        await server.OpenAsync(text, uri: uri);
        var action = (await ActionsAsync(server, line, uri: uri)).Single(action => (string?)action["title"] == $"LeakLens (LL103): {title}");
        action["edit"].ShouldBeNull();
        return await ResolveAsync(server, action);
    }

    private static async Task<List<JToken>> ActionsAsync(TestServer server, int line, string? only = null, int trigger = 1, string uri = TestServer.Uri)
    {
        var context = new JObject { ["diagnostics"] = new JArray(), ["triggerKind"] = trigger };
        if (only is not null)
        {
            context["only"] = new JArray(only);
        }

        var answer = await server.Client.RequestAsync("textDocument/codeAction", new JObject
        {
            ["textDocument"] = new JObject { ["uri"] = uri },
            ["range"] = new JObject { ["start"] = TestServer.Place(line, 8), ["end"] = TestServer.Place(line, 8) },
            ["context"] = context,
        });
        return [.. answer["result"]!];
    }

    private static async Task<JToken> ResolveAsync(TestServer server, JToken action) => (await server.Client.RequestAsync("codeAction/resolve", action))["result"]!["edit"]!;

    private static async Task CheckSilentAsync(TestServer server, string text)
    {
        await server.OpenAsync(text, uri: "file:///changed.py");
        (await server.Client.DiagnosticsAsync("file:///changed.py"))["diagnostics"]!.ShouldBeEmpty();
    }

    private static async Task CheckNoFindingAsync(TestServer server, string text, string rule)
    {
        await server.OpenAsync(text, uri: "file:///changed.py");
        (await server.Client.DiagnosticsAsync("file:///changed.py"))["diagnostics"]!.Select(one => (string?)one["code"]).ShouldNotContain(rule, text);
    }
}
