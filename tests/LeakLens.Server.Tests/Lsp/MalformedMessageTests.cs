using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>Nothing that a client sends ends the server: it answers what can be answered, and works on.</summary>
public sealed class MalformedMessageTests
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;

    [Theory]
    [InlineData("", ParseError)]
    [InlineData("{", ParseError)]
    [InlineData("not json", ParseError)]
    [InlineData("{} {}", ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"shutdown"}Content""", ParseError)]
    [InlineData("null", InvalidRequest)]
    [InlineData("[]", InvalidRequest)]
    [InlineData("[1]", InvalidRequest)]
    [InlineData("\"text\"", InvalidRequest)]
    [InlineData("{}", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","method":7}""", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","method":"shutdown","id":{}}""", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","method":"shutdown","id":null}""", InvalidRequest)]
    public async Task What_is_no_message_gets_an_error_without_an_id(string body, int expected)
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.SendTextAsync(body);

        var answer = await server.Client.NextAsync(message => message.ContainsKey("error"));
        ((int)answer["error"]!["code"]!).ShouldBe(expected);
        answer["id"]!.Type.ShouldBe(JTokenType.Null);
        await CheckAliveAsync(server);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_get_an_error()
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.SendRawAsync([.. "Content-Length: 4\r\n\r\n"u8, 0xC3, 0x28, 0xFF, 0xFE]);

        ((int)(await server.Client.NextAsync(message => message.ContainsKey("error")))["error"]!["code"]!).ShouldBe(ParseError);
        await CheckAliveAsync(server);
    }

    [Fact]
    public async Task Nesting_without_an_end_gets_an_error()
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.SendTextAsync(new string('[', 1_000_000));

        ((int)(await server.Client.NextAsync(message => message.ContainsKey("error")))["error"]!["code"]!).ShouldBe(ParseError);
        await CheckAliveAsync(server);
    }

    [Fact]
    public async Task A_message_over_the_limit_gets_an_error()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options() with { LargestMessage = 10_000 });

        await server.OpenAsync(new string(' ', 20_000));

        ((int)(await server.Client.NextAsync(message => message.ContainsKey("error")))["error"]!["code"]!).ShouldBe(InvalidRequest);
        await CheckAliveAsync(server);
    }

    [Theory]
    [InlineData("textDocument/hover", "{}", InvalidParams, "params.textDocument: expected an object.")]
    [InlineData("textDocument/hover", "[]", InvalidParams, "params: expected an object.")]
    [InlineData("textDocument/hover", """{"textDocument":{"uri":1}}""", InvalidParams, "params.textDocument.uri: expected a text.")]
    [InlineData("textDocument/hover", """{"textDocument":{"uri":"a"},"position":{"line":"x"}}""", InvalidParams, "params.position.line: expected a whole number.")]
    [InlineData("textDocument/nonsense", "{}", MethodNotFound, "There is no method textDocument/nonsense.")]
    [InlineData("$/nonsense", "{}", MethodNotFound, "There is no method $/nonsense.")]
    public async Task A_request_that_cannot_be_served_is_refused_with_the_reason(string method, string parameters, int expectedCode, string expectedMessage)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.Client.RequestAsync(method, JToken.Parse(parameters));

        ((int)answer["error"]!["code"]!).ShouldBe(expectedCode);
        ((string?)answer["error"]!["message"]).ShouldBe(expectedMessage);
    }

    [Theory]
    [InlineData("textDocument/didOpen", "{}")]
    [InlineData("textDocument/didChange", """{"textDocument":{"uri":"a","version":1},"contentChanges":[1]}""")]
    [InlineData("$/cancelRequest", """{"id":{}}""")]
    public async Task A_notification_that_cannot_be_read_is_logged(string method, string parameters)
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.NotifyAsync(method, JToken.Parse(parameters));

        ((string?)(await server.Client.NextNotificationAsync("window/logMessage"))["params"]!["message"]).ShouldStartWith(method);
        await CheckAliveAsync(server);
    }

    [Fact]
    public async Task What_is_not_known_or_not_open_is_passed_over()
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new JObject());
        await server.Client.NotifyAsync("$/nonsense");
        await server.ChangeAsync(2, TestServer.Replace("x"));
        await server.CloseAsync();
        await server.Client.NotifyAsync("$/cancelRequest", new JObject { ["id"] = 4711 });
        await server.Client.SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = 4711, ["result"] = null });

        await CheckAliveAsync(server);
    }

    [Fact]
    public async Task A_batch_is_answered_message_by_message()
    {
        await using var server = await TestServer.StartAsync();
        var hover = new JObject { ["textDocument"] = new JObject { ["uri"] = "a" }, ["position"] = TestServer.Place(0, 0) };

        await server.Client.SendAsync(new JArray(
            new JObject { ["jsonrpc"] = "2.0", ["id"] = "one", ["method"] = "textDocument/hover", ["params"] = hover },
            new JObject { ["jsonrpc"] = "2.0", ["id"] = "two", ["method"] = "nonsense" }));

        (await server.Client.NextAsync(message => (string?)message["id"] == "one")).ContainsKey("result").ShouldBeTrue();
        (await server.Client.NextAsync(message => (string?)message["id"] == "two")).ContainsKey("error").ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("9007199254740993")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"2026-11-21T12:00:00Z\"")]
    [InlineData("\"\"")]
    public async Task An_id_comes_back_as_it_went(string id)
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.SendTextAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"nonsense"}""");

        var answer = await server.Client.NextAsync(message => message.ContainsKey("error"));
        answer["id"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe(id);
    }

    private static async Task CheckAliveAsync(TestServer server)
    {
        await server.OpenAsync("x = 1\n", uri: "file:///alive.py");
        await server.Client.DiagnosticsAsync("file:///alive.py");
    }
}
