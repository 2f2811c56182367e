using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>The code that a document hides is a document of its own, in which findings and hovers are as in any other.</summary>
public sealed class PayloadContentTests
{
    private const string Payload = "held = []\nfor number in range(3000):\n    held.append([number] * 1000)\n";

    private static readonly string Program = $"import base64\nexec(base64.b64decode('{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Payload))}'))\n";

    [Fact]
    public async Task A_finding_in_hidden_code_leads_to_its_line_there()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Program);
        var inside = (await DiagnosticsAsync(server, TestServer.Uri)).Single(diagnostic => (string?)diagnostic["code"] == "LL101");
        var location = inside["relatedInformation"]![0]!["location"]!;
        var uri = (string)location["uri"]!;

        uri.ShouldStartWith("leaklens:/payload/decoded-payload-of-line-2.py?");
        ((int)location["range"]!["start"]!["line"]!).ShouldBe(2);
        (await ContentAsync(server, uri)).ShouldBe(Payload);
    }

    [Fact]
    public async Task The_document_of_hidden_code_has_findings_and_hovers()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Program);
        var uri = (string)(await DiagnosticsAsync(server, TestServer.Uri)).First(diagnostic => (string?)diagnostic["code"] == "LL101")["relatedInformation"]![0]!["location"]!["uri"]!;
        await server.OpenAsync(await ContentAsync(server, uri), uri: uri);

        (await DiagnosticsAsync(server, uri)).ShouldHaveSingleItem()["code"]!.ToString().ShouldBe("LL101");
        var hover = await server.Client.RequestAsync("textDocument/hover", new JObject { ["textDocument"] = new JObject { ["uri"] = uri }, ["position"] = TestServer.Place(2, 6) });
        hover["result"]!["contents"]!["value"]!.ToString().ShouldContain("**LL101 loop-accumulation**: 24,281,816 bytes (3,000 trips");
    }

    [Fact]
    public async Task When_the_text_hides_nothing_any_more_the_document_says_so()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Program);
        var uri = (string)(await DiagnosticsAsync(server, TestServer.Uri)).First(diagnostic => (string?)diagnostic["code"] == "LL101")["relatedInformation"]![0]!["location"]!["uri"]!;
        await server.ChangeAsync(2, TestServer.Replace("x = 1\n"));

        (await ContentAsync(server, uri)).ShouldContain("executes no hidden code any more");
    }

    [Fact]
    public async Task A_lens_above_what_runs_it_leads_there()
    {
        await using var server = await StartAsync(new JObject { ["commands"] = true });
        await server.OpenAsync(Program);
        var lenses = (await server.Client.RequestAsync("textDocument/codeLens", new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri } }))["result"]!;
        var command = lenses.Select(lens => lens["command"]!).Single(command => (string?)command["command"] == "leaklens.showPayload");

        ((string?)command["title"]).ShouldBe("runs 3 hidden lines of code: show them");
        (await ContentAsync(server, (string)command["arguments"]![0]!)).ShouldBe(Payload);
    }

    [Fact]
    public async Task Nothing_is_offered_to_be_changed_in_what_the_server_wrote()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Program);
        var uri = (string)(await DiagnosticsAsync(server, TestServer.Uri)).First(diagnostic => (string?)diagnostic["code"] == "LL101")["relatedInformation"]![0]!["location"]!["uri"]!;
        await server.OpenAsync(await ContentAsync(server, uri), uri: uri);

        (await server.Client.RequestAsync("textDocument/codeAction", new JObject
        {
            ["textDocument"] = new JObject { ["uri"] = uri },
            ["range"] = new JObject { ["start"] = TestServer.Place(2, 4), ["end"] = TestServer.Place(2, 4) },
            ["context"] = new JObject { ["diagnostics"] = new JArray() },
        }))["result"]!.ShouldBeEmpty();
    }

    private static Task<TestServer> StartAsync(JObject? settings = null)
    {
        var capabilities = Capabilities.Full();
        capabilities["workspace"] = new JObject { ["textDocumentContent"] = new JObject() };
        return TestServer.StartAsync(capabilities: capabilities, settings: settings);
    }

    private static async Task<JToken[]> DiagnosticsAsync(TestServer server, string uri) =>
        [.. (await server.Client.RequestAsync("textDocument/diagnostic", new JObject { ["textDocument"] = new JObject { ["uri"] = uri } }))["result"]!["items"]!];

    private static async Task<string> ContentAsync(TestServer server, string uri) =>
        (string)(await server.Client.RequestAsync("workspace/textDocumentContent", new JObject { ["uri"] = uri }))["result"]!["text"]!;
}
