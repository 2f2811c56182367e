using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class LensTests
{
    private const string Service = "sessions = {}\n\ndef handle(i):\n    sessions[i] = 'x' * 65_536 + str(i)\n\nfor i in range(2_000):\n    handle(i)\n";

    private const string Loops = "kept = []\n\ndef fill():\n    for i in range(2_000):\n        kept.append('x' * 65_536 + str(i))\n\nfill()\n";

    [Fact]
    public async Task A_function_that_grows_something_says_how_much()
    {
        var lens = (await LensesAsync(Service)).ShouldHaveSingleItem();

        ((int)lens["range"]!["start"]!["line"]!).ShouldBe(2);
        ((string?)lens["command"]!["title"]).ShouldBe("holds 125 MiB: 2,000 x 64 KiB");
        ((string?)lens["command"]!["command"]).ShouldBe("");
    }

    [Fact]
    public async Task The_loop_in_it_says_it_too()
    {
        (await LensesAsync(Loops)).Select(lens => (int)lens["range"]!["start"]!["line"]!).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Growth_with_every_call_is_told_as_such()
    {
        var lens = (await LensesAsync("seen = {}\n\ndef handle(request):\n    seen[request.id] = request.body * 2\n")).ShouldHaveSingleItem();

        ((string?)lens["command"]!["title"])!.ShouldStartWith("grows with every call");
    }

    [Fact]
    public async Task A_client_that_has_our_commands_gets_a_link()
    {
        var lens = (await LensesAsync(Service, new JObject { ["commands"] = true })).ShouldHaveSingleItem();

        lens["command"]!.ShouldBeJson($$"""{ "title": "holds 125 MiB: 2,000 x 64 KiB", "command": "leaklens.showLeakPath", "arguments": ["{{TestServer.Uri}}", { "line": 3, "character": 4 }] }""");
    }

    [Fact]
    public async Task They_are_not_taken_away_from_whoever_types_on_while_they_are_looked_for()
    {
        using var analysis = new Turnstile();
        await using var server = await TestServer.StartAsync(analysis.Options());
        await server.OpenAsync("LEAK");
        await analysis.EnteredAsync("LEAK");
        var asked = await server.Client.BeginAsync("textDocument/codeLens", new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri } });

        await server.ChangeAsync(2, TestServer.Replace("for i in x: LEAK"));
        analysis.Open();

        (await server.Client.AnswerAsync(asked))["error"].ShouldBeNull();
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 2))["diagnostics"]!.Count().ShouldBe(1);
    }

    [Fact]
    public async Task They_can_be_switched_off()
    {
        (await LensesAsync(Service, new JObject { ["codeLens"] = new JObject { ["enabled"] = false } })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Hints_tell_the_bytes_of_what_is_made_when_they_are_switched_on(bool enabled, int expected)
    {
        await using var server = await TestServer.StartAsync(settings: new JObject { ["inlayHints"] = new JObject { ["enabled"] = enabled } });
        await server.OpenAsync(Service);

        var answer = await server.Client.RequestAsync("textDocument/inlayHint", new JObject
        {
            ["textDocument"] = new JObject { ["uri"] = TestServer.Uri },
            ["range"] = new JObject { ["start"] = TestServer.Place(0, 0), ["end"] = TestServer.Place(5, 0) },
        });

        var hints = answer["result"]!;
        hints.Count(hint => (string?)hint["label"] == "64 KiB each" && (int)hint["position"]!["line"]! == 3).ShouldBe(expected);
    }

    private static async Task<List<JToken>> LensesAsync(string text, JObject? settings = null)
    {
        await using var server = await TestServer.StartAsync(settings: settings);
        await server.OpenAsync(text);
        return [.. (await server.Client.RequestAsync("textDocument/codeLens", new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri } }))["result"]!];
    }
}
