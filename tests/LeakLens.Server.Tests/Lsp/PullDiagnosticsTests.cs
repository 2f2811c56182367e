using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class PullDiagnosticsTests
{
    [Fact]
    public async Task A_client_that_asks_is_answered_and_nothing_is_pushed()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), Pulling());
        await server.OpenAsync("x = LEAK\n");

        var report = await PullAsync(server);

        ((string?)report["kind"]).ShouldBe("full");
        report["items"]!.ShouldHaveSingleItem()["code"]!.ToString().ShouldBe("LL101");
        server.Client.Transcript.ShouldNotContain(message => (string?)message["method"] == "textDocument/publishDiagnostics");
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), Pulling());
        await server.OpenAsync("LEAK");
        var id = (string)(await PullAsync(server))["resultId"]!;

        (await PullAsync(server, id)).ShouldBeJson($$"""{ "kind": "unchanged", "resultId": "{{id}}" }""");
        await server.ChangeAsync(2, TestServer.Replace("LEAK LEAK"));
        var newer = await PullAsync(server, id);

        ((string?)newer["kind"]).ShouldBe("full");
        newer["items"]!.Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_request_on_a_text_that_has_changed_since_is_to_be_asked_again()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options(), Pulling());
        await server.OpenAsync("LEAK");
        var asked = await server.Client.BeginAsync("textDocument/diagnostic", Request());
        await analysis.EnteredAsync("LEAK");

        await server.ChangeAsync(2, TestServer.Replace("x"));

        var error = (await server.Client.AnswerAsync(asked))["error"]!;
        ((int)error["code"]!).ShouldBe(-32802);
        error["data"]!.ShouldBeJson("""{ "retriggerRequest": true }""");
        analysis.Open();
    }

    [Fact]
    public async Task A_document_that_is_not_open_has_none()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), Pulling());

        (await PullAsync(server)).ShouldBeJson("""{ "kind": "full", "items": [] }""");
    }

    [Fact]
    public async Task A_client_that_registers_nothing_is_told_in_the_answer_to_initialize()
    {
        await using var server = TestServer.StartBare();

        var answer = await server.Client.RequestAsync("initialize", new JObject { ["capabilities"] = new JObject { ["textDocument"] = new JObject { ["diagnostic"] = new JObject() } } });

        answer["result"]!["capabilities"]!["diagnosticProvider"]!.ShouldBeJson("""{ "identifier": "leaklens", "interFileDependencies": false, "workspaceDiagnostics": false }""");
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "diagnosticMode": "workspace" }""", true)]
    public async Task A_client_that_registers_is_told_later_and_of_the_workspace_only_when_that_is_wanted(string settings, bool expected)
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), Pulling(dynamicRegistration: true), settings: JObject.Parse(settings));

        var asked = await server.Client.NextNotificationAsync("client/registerCapability");

        var options = asked["params"]!["registrations"]!.ShouldHaveSingleItem();
        ((string?)options["method"]).ShouldBe("textDocument/diagnostic");
        ((bool)options["registerOptions"]!["workspaceDiagnostics"]!).ShouldBe(expected);
    }

    [Fact]
    public async Task The_diagnostics_of_the_workspace_stream_and_the_request_stays_open_while_nothing_changes()
    {
        using var folder = new TestFolder();
        var file = folder.Write("leaklens.toml", "nonsense = 1\n");
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), Pulling(dynamicRegistration: true), settings: new JObject { ["diagnosticMode"] = "workspace" }, folders: folder.Path);
        var registered = await server.Client.NextNotificationAsync("client/registerCapability");
        await server.Client.SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = registered["id"], ["result"] = null });

        var first = await server.Client.BeginAsync("workspace/diagnostic", new JObject { ["previousResultIds"] = new JArray(), ["partialResultToken"] = 7 });
        var part = (await server.Client.NextNotificationAsync("$/progress"))["params"]!;
        ((int)part["token"]!).ShouldBe(7);
        var item = part["value"]!["items"]!.ShouldHaveSingleItem();
        ((string?)item["uri"]).ShouldBe(TestServer.UriOf(file));
        item["items"]!.Count().ShouldBe(1);
        (await server.Client.AnswerAsync(first))["result"]!["items"]!.ShouldBeEmpty();

        var previous = new JArray(new JObject { ["uri"] = item["uri"], ["value"] = item["resultId"] });
        var second = await server.Client.BeginAsync("workspace/diagnostic", new JObject { ["previousResultIds"] = previous });
        folder.Write("leaklens.toml", "");
        await server.WatchedAsync(file);

        var report = (await server.Client.AnswerAsync(second))["result"]!["items"]!.ShouldHaveSingleItem();
        report["items"]!.ShouldBeEmpty();
        report["resultId"].ShouldBeNull();
        server.Client.Transcript.ShouldNotContain(message => (string?)message["method"] == "textDocument/publishDiagnostics");
    }

    [Fact]
    public async Task A_change_of_the_configuration_asks_the_client_to_ask_again()
    {
        var capabilities = Pulling();
        capabilities["workspace"] = new JObject { ["diagnostics"] = new JObject { ["refreshSupport"] = true } };
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), capabilities);

        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new JObject { ["settings"] = new JObject { ["leaklens"] = new JObject { ["profile"] = "strict" } } });

        await server.Client.NextNotificationAsync("workspace/diagnostic/refresh");
    }

    private static JObject Pulling(bool dynamicRegistration = false)
    {
        var capabilities = Capabilities.Full();
        capabilities["textDocument"]!["diagnostic"] = new JObject { ["dynamicRegistration"] = dynamicRegistration, ["relatedInformation"] = true };
        return capabilities;
    }

    private static JObject Request(string? previous = null) => new() { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri }, ["previousResultId"] = previous };

    private static async Task<JToken> PullAsync(TestServer server, string? previous = null) => (await server.Client.RequestAsync("textDocument/diagnostic", Request(previous)))["result"]!;
}
