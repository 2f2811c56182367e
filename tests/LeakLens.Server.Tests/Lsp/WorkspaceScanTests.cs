using System.Diagnostics;
using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class WorkspaceScanTests : IDisposable
{
    private const string Leak = "kept = []\nfor i in range(40):\n    kept.append('x' * 65_536 + str(i))\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_scan_shows_what_it_finds_in_files_that_are_not_open_and_says_what_it_came_to()
    {
        var leaking = _folder.Write("pack/a.py", Leak);
        _folder.Write("pack/b.py", "x = 1\n");
        _folder.Write(".venv/c.py", Leak);
        _folder.Write("leaklens.toml", "extend-exclude = [\"generated\"]\n");
        _folder.Write("generated/d.py", Leak);
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        var result = (await ExecuteAsync(server, "scanWorkspace"))["result"]!;

        ((string?)result["summary"]).ShouldBe("2 files, 1 findings");
        ((int)result["warning"]!).ShouldBe(1);
        ((bool)result["stopped"]!).ShouldBeFalse();
        var published = Published(server);
        published.ShouldHaveSingleItem()["uri"]!.ToString().ShouldBe(TestServer.UriOf(leaking));
        published[0]["diagnostics"]!.ShouldHaveSingleItem()["code"]!.ToString().ShouldBe("LL103");
    }

    [Fact]
    public async Task Progress_tells_the_number_of_files_and_the_user_can_stop_it()
    {
        for (var i = 0; i < 400; i++)
        {
            _folder.Write($"many/m{i}.py", string.Concat(Enumerable.Range(0, 30).Select(n => Leak.Replace("kept", $"kept_{n}"))));
        }

        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        var scan = await server.Client.BeginAsync("workspace/executeCommand", new JObject { ["command"] = "leaklens.server.scanWorkspace" });
        var create = await server.Client.NextNotificationAsync("window/workDoneProgress/create");
        await server.Client.SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = create["id"], ["result"] = null });
        (await ValueAsync(server)).ShouldBeJson("""{ "kind": "begin", "title": "LeakLens: scanning", "cancellable": true, "percentage": 0 }""");
        var report = await ValueAsync(server);
        ((string?)report["message"])!.ShouldMatch("^[0-9]+ of 400 files, [0-9,]+ findings$");

        await server.Client.NotifyAsync("window/workDoneProgress/cancel", new JObject { ["token"] = create["params"]!["token"] });

        var result = (await server.Client.AnswerAsync(scan))["result"]!;
        ((bool)result["stopped"]!).ShouldBeTrue();
        ((string?)result["summary"])!.ShouldStartWith("stopped after ");
    }

    [Fact]
    public async Task An_open_document_shows_its_own_and_the_scans_again_when_it_is_closed()
    {
        var uri = TestServer.UriOf(_folder.Write("a.py", Leak));
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await server.OpenAsync("x = 1\n", uri: uri);
        (await server.Client.DiagnosticsAsync(uri, version: 1))["diagnostics"]!.ShouldBeEmpty();

        await ExecuteAsync(server, "scanWorkspace");
        await server.CloseAsync(uri);

        (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.Count().ShouldBe(1);
        Published(server).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_client_that_pulls_is_not_shown_the_same_twice()
    {
        var uri = TestServer.UriOf(_folder.Write("a.py", Leak));
        var capabilities = Capabilities.Full();
        capabilities["textDocument"]!["diagnostic"] = new JObject();
        await using var server = await TestServer.StartAsync(capabilities: capabilities, folders: _folder.Path);
        await ExecuteAsync(server, "scanWorkspace");
        (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.Count().ShouldBe(1);

        await server.OpenAsync(Leak, uri: uri);

        (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_changes_or_goes_is_followed()
    {
        var file = _folder.Write("a.py", Leak);
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await ExecuteAsync(server, "scanWorkspace");
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.Count().ShouldBe(1);

        _folder.Write("a.py", Leak + "kept.clear()\n");
        await server.WatchedAsync(file);
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldBeEmpty();

        _folder.Write("a.py", Leak);
        await server.WatchedAsync(file);
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.Count().ShouldBe(1);

        File.Delete(file);
        await server.WatchedAsync(file);
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(file)))["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changed_files_are_those_that_git_says()
    {
        _folder.Write("old.py", Leak);
        _folder.Write("changed.py", "x = 1\n");
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "one");
        _folder.Write("changed.py", Leak);
        _folder.Write("new.py", Leak);
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        var result = (await ExecuteAsync(server, "scanChangedFiles"))["result"]!;

        ((string?)result["summary"]).ShouldBe("2 files, 2 findings");
        Published(server).Select(one => Path.GetFileName((string)one["uri"]!)).Order().ShouldBe(["changed.py", "new.py"]);
    }

    [Fact]
    public async Task Without_a_repository_or_a_folder_the_message_says_so()
    {
        await using var outside = await TestServer.StartAsync(folders: _folder.Path);
        ((string?)(await ExecuteAsync(outside, "scanChangedFiles"))["error"]!["message"])!.ShouldContain("is not in a git repository");

        await using var empty = await TestServer.StartAsync();
        ((string?)(await ExecuteAsync(empty, "scanWorkspace"))["error"]!["message"]).ShouldBe("No folder is open: there is nothing to scan.");
    }

    [Fact]
    public async Task The_whole_report_can_be_had()
    {
        _folder.Write("a.py", Leak);
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        (await ReportAsync(server, "json"))["result"]!.Type.ShouldBe(JTokenType.Null);

        await ExecuteAsync(server, "scanWorkspace");

        var report = JObject.Parse((string)(await ReportAsync(server, "json"))["result"]!["text"]!);
        ((string?)report["findings"]!.ShouldHaveSingleItem()["ruleId"]).ShouldBe("LL103");
        ((string?)report["findings"]![0]!["path"]).ShouldBe("a.py");
    }

    [Fact]
    public async Task The_report_comes_in_every_form_with_the_folders_that_its_paths_are_of()
    {
        _folder.Write("a.py", Leak);
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await ExecuteAsync(server, "scanWorkspace");

        var answer = (await ReportAsync(server, "concise"))["result"]!;
        ((string?)answer["text"])!.ShouldStartWith("a.py:");
        ((string?)answer["folders"]!.ShouldHaveSingleItem()["prefix"]).ShouldBe("");
        ((string?)answer["folders"]![0]!["folder"]).ShouldBe(_folder.Path);

        var unknown = await ReportAsync(server, "yaml");
        ((string?)unknown["error"]!["message"])!.ShouldStartWith("There is no format 'yaml'");
    }

    [Fact]
    public async Task Who_wants_the_findings_of_the_workspace_has_them_without_asking()
    {
        var uri = TestServer.UriOf(_folder.Write("a.py", Leak));
        await using var server = await TestServer.StartAsync(settings: new JObject { ["diagnosticMode"] = "workspace" }, folders: _folder.Path);

        (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_notebook_that_is_not_open_tells_the_cell_and_one_that_is_open_shows_it_there()
    {
        var source = string.Join(", ", Leak.TrimEnd().Split('\n').Select(line => new JValue(line + "\n").ToString(Newtonsoft.Json.Formatting.None)));
        var uri = TestServer.UriOf(_folder.Write("study.ipynb", $$"""{"cells": [{"cell_type": "markdown", "source": []}, {"cell_type": "code", "source": [{{source}}]}]}"""));
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        await ExecuteAsync(server, "scanWorkspace");

        var told = (await server.Client.DiagnosticsAsync(uri))["diagnostics"]!.ShouldHaveSingleItem();
        ((string?)told["message"])!.ShouldStartWith("Cell 2, line 3: kept holds");
        var cell = "vscode-notebook-cell:/study.ipynb#1";
        await server.Client.NotifyAsync("notebookDocument/didOpen", new JObject
        {
            ["notebookDocument"] = new JObject { ["uri"] = uri, ["notebookType"] = "jupyter-notebook", ["version"] = 1, ["cells"] = new JArray(new JObject { ["kind"] = 2, ["document"] = cell }) },
            ["cellTextDocuments"] = new JArray(new JObject { ["uri"] = cell, ["languageId"] = "python", ["version"] = 1, ["text"] = Leak }),
        });
        (await server.Client.DiagnosticsAsync(cell))["diagnostics"]!.Count().ShouldBe(1);
        Published(server).Last(one => one["uri"]!.ToString() == uri)["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_baseline_forgives_what_is_there_in_files_that_are_open_and_in_others()
    {
        var old = _folder.Write("old.py", Leak);
        var other = _folder.Write("other.py", Leak);
        var baseline = Path.Combine(_folder.Path, "leaks.json");
        await using var server = await TestServer.StartAsync(settings: new JObject { ["baseline"] = "leaks.json" }, folders: _folder.Path);

        var written = (await WriteBaselineAsync(server, TestServer.UriOf(baseline)))["result"]!;

        ((string?)written["summary"]).ShouldBe("leaks.json: 2 findings forgiven");
        ((string?)written["folder"]).ShouldBe(_folder.Path);
        File.ReadAllText(baseline).ShouldContain("other.py");
        Published(server).Last(one => one["uri"]!.ToString() == TestServer.UriOf(other))["diagnostics"]!.ShouldBeEmpty();
        await server.OpenAsync(Leak, uri: TestServer.UriOf(old));
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(old), version: 1))["diagnostics"]!.ShouldBeEmpty();
        ((string?)(await ExecuteAsync(server, "scanWorkspace"))["result"]!["summary"]).ShouldBe("2 files, 0 findings");
    }

    [Fact]
    public async Task A_baseline_that_is_there_only_shrinks()
    {
        _folder.Write("old.py", Leak);
        _folder.Write("gone.py", Leak);
        var baseline = TestServer.UriOf(Path.Combine(_folder.Path, "leaks.json"));
        await using var server = await TestServer.StartAsync(settings: new JObject { ["baseline"] = "leaks.json" }, folders: _folder.Path);
        await WriteBaselineAsync(server, baseline);
        _folder.Write("gone.py", "x = 1\n");
        _folder.Write("new.py", Leak);

        var written = (await WriteBaselineAsync(server, baseline))["result"]!;

        ((string?)written["summary"]).ShouldBe("leaks.json: 1 finding forgiven, 1 fewer than before");
        ((string?)(await ExecuteAsync(server, "scanWorkspace"))["result"]!["summary"]).ShouldBe("3 files, 1 findings");
    }

    [Fact]
    public async Task A_file_that_is_no_baseline_is_not_written_over()
    {
        var file = _folder.Write("package.json", "{}");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);

        var refused = (await WriteBaselineAsync(server, TestServer.UriOf(file)))["error"]!;

        ((string?)refused["message"]).ShouldBe("package.json: it is not a baseline of LeakLens.");
        File.ReadAllText(file).ShouldBe("{}");
        var outside = (await WriteBaselineAsync(server, TestServer.UriOf(Path.GetFullPath("/leaks.json"))))["error"]!;
        ((string?)outside["message"])!.ShouldStartWith("A baseline has to lie in a folder that is open");
    }

    private static Task<JObject> WriteBaselineAsync(TestServer server, string file) =>
        server.Client.RequestAsync("workspace/executeCommand", new JObject { ["command"] = "leaklens.server.writeBaseline", ["arguments"] = new JArray(new JObject { ["file"] = file }) });

    private static Task<JObject> ReportAsync(TestServer server, string format) =>
        server.Client.RequestAsync("leaklens.server/reportText", new JObject { ["format"] = format });

    private static Task<JObject> ExecuteAsync(TestServer server, string command) =>
        server.Client.RequestAsync("workspace/executeCommand", new JObject { ["command"] = $"leaklens.server.{command}" });

    private static async Task<JToken> ValueAsync(TestServer server) => (await server.Client.NextNotificationAsync("$/progress"))["params"]!["value"]!;

    private static List<JToken> Published(TestServer server) => server.Client.Transcript
        .Where(message => (string?)message["method"] == "textDocument/publishDiagnostics").Select(message => message["params"]!).ToList();

    private void Git(params string[] words)
    {
        using var git = Process.Start("git", ["-C", _folder.Path, .. words]);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
