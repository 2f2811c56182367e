using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class ProgressTests
{
    [Fact]
    public async Task An_analysis_that_takes_its_time_is_shown_until_its_end()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");

        var token = await AcceptAsync(server);
        (await ReportAsync(server, token)).ShouldBeJson("""{ "kind": "begin", "title": "LeakLens: analysing service.py", "cancellable": true }""");
        analysis.Open();

        (await ReportAsync(server, token)).ShouldBeJson("""{ "kind": "end" }""");
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1);
    }

    [Fact]
    public async Task The_user_can_call_it_off_and_nothing_stale_stays()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        var token = await AcceptAsync(server);
        await ReportAsync(server, token);

        await server.Client.NotifyAsync("window/workDoneProgress/cancel", new JObject { ["token"] = token });

        (await ReportAsync(server, token)).ShouldBeJson("""{ "kind": "end" }""");
        analysis.Open();
        await server.ChangeAsync(2, TestServer.Replace("x"));
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 2);
        var published = server.Client.Transcript.Where(message => (string?)message["method"] == "textDocument/publishDiagnostics").Select(message => message["params"]!).ToList();
        published.Select(one => (int?)one["version"]).ShouldBe([1, 2]);
        published[0]["diagnostics"]!.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_called_off_is_done_when_the_document_is_saved()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        var token = await AcceptAsync(server);
        await ReportAsync(server, token);
        await server.Client.NotifyAsync("window/workDoneProgress/cancel", new JObject { ["token"] = token });
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1))["diagnostics"]!.ShouldBeEmpty();

        analysis.Open();
        await server.Client.NotifyAsync("textDocument/didSave", new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri } });

        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_refuses_to_show_it_is_left_in_peace()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        var create = await server.Client.NextNotificationAsync("window/workDoneProgress/create");
        await server.Client.SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = create["id"], ["error"] = new JObject { ["code"] = -32601, ["message"] = "no" } });

        analysis.Open();

        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1);
        server.Client.Transcript.ShouldNotContain(message => (string?)message["method"] == "$/progress");
    }

    [Fact]
    public async Task A_client_that_cannot_show_it_is_not_asked()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options(), capabilities: []);
        await server.OpenAsync("LEAK");
        await Task.Delay(TimeSpan.FromMilliseconds(700));

        analysis.Open();

        await server.Client.DiagnosticsAsync(TestServer.Uri);
        server.Client.Transcript.ShouldNotContain(message => message.ContainsKey("id") && message.ContainsKey("method"));
    }

    private static async Task<string> AcceptAsync(TestServer server)
    {
        var create = await server.Client.NextNotificationAsync("window/workDoneProgress/create");
        await server.Client.SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = create["id"], ["result"] = null });
        return create["params"]!["token"]!.ToString();
    }

    private static async Task<JToken> ReportAsync(TestServer server, string token)
    {
        var report = await server.Client.NextNotificationAsync("$/progress");
        report["params"]!["token"]!.ToString().ShouldBe(token);
        return report["params"]!["value"]!;
    }
}
