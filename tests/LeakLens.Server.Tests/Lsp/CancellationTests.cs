using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>Work that nobody waits for any more ends, and what it found is not told.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_request_is_answered_so_while_the_analysis_goes_on_for_others()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");

        var hover = await server.Client.BeginAsync("textDocument/hover", HoverAtStart());
        await server.Client.NotifyAsync("$/cancelRequest", new JObject { ["id"] = hover });

        ((int)(await server.Client.AnswerAsync(hover))["error"]!["code"]!).ShouldBe(-32800);
        analysis.Open();
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_request_on_a_text_that_has_changed_since_is_answered_so()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");

        var hover = await server.Client.BeginAsync("textDocument/hover", HoverAtStart());
        await server.ChangeAsync(2, TestServer.Replace("x"));

        ((int)(await server.Client.AnswerAsync(hover))["error"]!["code"]!).ShouldBe(-32801);
    }

    [Fact]
    public async Task A_newer_version_calls_off_the_analysis_of_the_older_and_only_its_findings_are_told()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");

        for (var version = 2; version <= 50; version++)
        {
            await server.ChangeAsync(version, TestServer.Edit((0, 0), (0, 0), "x"));
        }

        await server.HasReadAllAsync();
        analysis.Open();
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 50);

        Published(server).ShouldBe([50]);
        analysis.MostAtOnce.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_that_is_closed_while_it_is_analysed_stays_clean()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");

        await server.CloseAsync();
        await server.HasReadAllAsync();
        analysis.Open();
        await server.OpenAsync("LEAK", version: 2);
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 2);

        Published(server).ShouldBe([null, 2]);
    }

    [Fact]
    public async Task Shutdown_does_not_wait_for_an_analysis()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");

        await server.Client.RequestAsync("shutdown");
        await server.Client.NotifyAsync("exit");

        (await server.ExitCode).ShouldBe(0);
    }

    [Fact]
    public async Task A_defect_of_the_analysis_is_logged_and_takes_the_squiggles_away()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options((text, _) => ThrowOn("crash", text.Text)));
        await server.OpenAsync("LEAK");
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1))["diagnostics"]!.Count().ShouldBe(1);

        await server.ChangeAsync(2, TestServer.Replace("LEAK crash"));

        (await server.Client.NextNotificationAsync("window/logMessage"))["params"]!["message"]!.ToString().ShouldContain("boom");
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 2))["diagnostics"]!.ShouldBeEmpty();
        var hover = await server.Client.RequestAsync("textDocument/hover", HoverAtStart());
        ((int)hover["error"]!["code"]!).ShouldBe(-32603);
        await server.ChangeAsync(3, TestServer.Replace("LEAK"));
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 3))["diagnostics"]!.Count().ShouldBe(1);
    }

    private static void ThrowOn(string word, string text)
    {
        if (text.Contains(word, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("boom");
        }
    }

    private static JObject HoverAtStart() => new() { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri }, ["position"] = TestServer.Place(0, 0) };

    private static int?[] Published(TestServer server) => server.Client.Transcript
        .Where(message => (string?)message["method"] == "textDocument/publishDiagnostics")
        .Select(message => (int?)message["params"]!["version"])
        .ToArray();
}
