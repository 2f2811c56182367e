using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class HoverTests
{
    [Fact]
    public async Task Over_a_finding_it_shows_the_numbers_and_what_the_rule_is_about()
    {
        var hover = await HoverAsync("x = LEAK\n", line: 0, character: 5);

        ((string?)hover["contents"]!["kind"]).ShouldBe("markdown");
        hover["range"]!.ShouldBeJson("""{ "start": { "line": 0, "character": 4 }, "end": { "line": 0, "character": 8 } }""");
        var shown = hover["contents"]!["value"]!.ToString();
        shown.ShouldStartWith("**LL101 loop-accumulation**: sessions holds about 125 MiB");
        shown.ShouldContain("In bytes: 131,260,000 at most");
        shown.ShouldContain("65,630 for each trip");
        shown.ShouldContain(MarkerAnalysis.TextStart);
        shown.ShouldContain(PlainDocumentation.Summary);
    }

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(0, 4, true)]
    [InlineData(0, 8, true)]
    [InlineData(0, 9, false)]
    [InlineData(99, 0, false)]
    public async Task It_shows_over_the_finding_and_nowhere_else(int line, int character, bool expected)
    {
        var hover = await HoverAsync("x = LEAK + 1\n", line, character);

        (hover.Type != JTokenType.Null).ShouldBe(expected);
    }

    [Fact]
    public async Task A_document_that_is_not_open_has_none()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());

        (await RequestAsync(server, 0, 0)).Type.ShouldBe(JTokenType.Null);
    }

    [Fact]
    public async Task A_client_without_Markdown_gets_plain_text()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), capabilities: []);
        await server.OpenAsync("LEAK\n");

        ((string?)(await RequestAsync(server, 0, 0))["contents"]!["kind"]).ShouldBe("plaintext");
    }

    private static async Task<JToken> HoverAsync(string text, int line, int character)
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync(text);
        return await RequestAsync(server, line, character);
    }

    private static async Task<JToken> RequestAsync(TestServer server, int line, int character)
    {
        var answer = await server.Client.RequestAsync(
            "textDocument/hover",
            new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri }, ["position"] = TestServer.Place(line, character) });
        return answer["result"]!;
    }
}
