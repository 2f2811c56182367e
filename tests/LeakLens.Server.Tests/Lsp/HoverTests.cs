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
        shown.ShouldStartWith("**LL101 loop-accumulation**: 131,260,000 bytes (2,000 trips x 65,630 bytes), until the program ends\n");
        shown.ShouldNotContain("sessions holds about 125 MiB");
        shown.ShouldContain($"1. sessions is created here and lives as long as the module: [line 1]({TestServer.Uri}#L1,1)");
        shown.ShouldContain("[All about LL101](file:///pages/LL101)");
        shown.ShouldContain(MarkerAnalysis.TextStart);
        shown.ShouldContain(PlainDocumentation.Summary);
    }

    [Theory]
    [InlineData("x = 1  # leaklens: ignore[LL404]", 28, "LL404 ")]
    [InlineData("x = 1  # leaklens: ignore[loop-accumulation]", 28, "LL101 ")]
    [InlineData("x = 1  # noqa: LL101", 17, "LL101 ")]
    [InlineData("x = 'LL101'", 7, null)]
    [InlineData("x = 1  # about LL101", 17, null)]
    public async Task Over_the_name_of_a_rule_in_a_suppression_it_explains_the_rule(string text, int character, string? expected)
    {
        var hover = await HoverAsync(text, 0, character);

        (hover.Type != JTokenType.Null).ShouldBe(expected is not null);
        if (expected is not null)
        {
            hover["contents"]!["value"]!.ToString().ShouldStartWith("**" + expected);
            hover["contents"]!["value"]!.ToString().ShouldContain(PlainDocumentation.Summary);
        }
    }

    [Theory]
    [InlineData("leaklens.toml", "ignore = [\"LL101\"]", 0, 12, true)]
    [InlineData("pyproject.toml", "[tool.leaklens.rules]\nloop-accumulation = \"off\"", 1, 3, true)]
    [InlineData("pyproject.toml", "[project]\nname = \"LL101\"", 1, 10, false)]
    public async Task In_a_configuration_file_too(string name, string text, int line, int character, bool expected)
    {
        var uri = $"file:///home/ada/{name}";
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync(text, uri: uri, languageId: "toml");

        var answer = await server.Client.RequestAsync("textDocument/hover", new JObject { ["textDocument"] = new JObject { ["uri"] = uri }, ["position"] = TestServer.Place(line, character) });

        (answer["result"]!.Type != JTokenType.Null).ShouldBe(expected);
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

        var contents = (await RequestAsync(server, 0, 0))["contents"]!;
        ((string?)contents["kind"]).ShouldBe("plaintext");
        ((string?)contents["value"])!.ShouldNotContain("](");
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
