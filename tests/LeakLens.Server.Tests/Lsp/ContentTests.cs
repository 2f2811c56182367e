using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class ContentTests
{
    private const string Service = "sessions = {}\n\ndef handle(i):\n    sessions[i] = 'x' * 65_536 + str(i)\n\nfor i in range(2_000):\n    handle(i)\n";

    [Fact]
    public async Task The_path_of_a_leak_is_a_document_with_its_steps()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Service);

        var finding = (await server.Client.RequestAsync("leaklens.server/finding", At(3, 0)))["result"]!;
        ((string?)finding["ruleId"]).ShouldBe("LL103");
        var content = await ContentAsync(server, (string)finding["uri"]!);

        content.ShouldBe((string?)finding["markdown"]);
        content.ShouldStartWith("# sessions holds about 125 MiB");
        content.ShouldContain("**service.py**, line 1\n");
        content.ShouldNotContain("file:");
        content.ShouldContain("```python\nsessions = {}\n```");
    }

    [Fact]
    public async Task A_finding_that_is_gone_is_said_to_be()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Service);
        var uri = (string)(await server.Client.RequestAsync("leaklens.server/finding", At(3, 0)))["result"]!["uri"]!;

        await server.ChangeAsync(2, TestServer.Replace("x = 1\n"));

        (await ContentAsync(server, uri)).ShouldContain("no such finding any more");
        (await server.Client.RequestAsync("leaklens.server/finding", At(0, 0)))["result"]!.Type.ShouldBe(JTokenType.Null);
    }

    [Fact]
    public async Task A_page_goes_on_telling_of_its_finding_while_the_text_around_it_is_edited()
    {
        var capabilities = Capabilities.Full();
        capabilities["workspace"] = new JObject { ["textDocumentContent"] = new JObject() };
        await using var server = await TestServer.StartAsync(capabilities: capabilities);
        await server.OpenAsync(Service);
        var uri = (string)(await server.Client.RequestAsync("leaklens.server/finding", At(3, 0)))["result"]!["uri"]!;
        await ContentAsync(server, uri);

        await server.ChangeAsync(2, TestServer.Edit((0, 0), (0, 0), "# one line more\n"));

        var refresh = await server.Client.NextNotificationAsync("workspace/textDocumentContent/refresh");
        ((string?)refresh["params"]!["uri"]).ShouldBe(uri);
        (await ContentAsync(server, uri)).ShouldContain("**service.py**, line 5\n");

        await server.ChangeAsync(3, TestServer.Edit((4, 0), (4, 35), "    pass"));
        (await ContentAsync(server, uri)).ShouldContain("no such finding any more");

        await server.ChangeAsync(4, TestServer.Edit((4, 0), (4, 8), "    sessions[i] = 'x' * 65_536 + str(i)"));
        (await ContentAsync(server, uri)).ShouldStartWith("# sessions holds");
    }

    [Fact]
    public async Task Every_rule_has_its_page()
    {
        await using var server = await TestServer.StartAsync();

        var rules = (await server.Client.RequestAsync("leaklens.server/rules"))["result"]!.ToList();

        rules.Count.ShouldBeGreaterThan(30);
        foreach (var rule in rules)
        {
            (await ContentAsync(server, (string)rule["uri"]!)).ShouldStartWith($"# {rule["id"]}");
        }
    }

    [Fact]
    public async Task What_belongs_into_a_report_of_a_defect_names_files_and_not_their_content()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync("secret = 1\n");

        var content = await ContentAsync(server, "leaklens:/information.md");

        content.ShouldContain(TestServer.Uri);
        content.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("leaklens:/nonsense")]
    [InlineData("leaklens:/rule/LL999.md")]
    [InlineData("leaklens:/leak-path/LL101.md?99999999999999%20file:///x")]
    [InlineData("file:///etc/passwd")]
    public async Task There_is_no_other_document(string uri)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.Client.RequestAsync("workspace/textDocumentContent", new JObject { ["uri"] = uri });

        ((int)answer["error"]!["code"]!).ShouldBe(-32602);
    }

    private static JObject At(int line, int character) => new() { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri }, ["position"] = TestServer.Place(line, character) };

    private static async Task<string> ContentAsync(TestServer server, string uri) =>
        (string)(await server.Client.RequestAsync("workspace/textDocumentContent", new JObject { ["uri"] = uri }))["result"]!["text"]!;
}
