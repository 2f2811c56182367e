using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Initialize_says_who_answers_and_what_it_does()
    {
        await using var server = TestServer.StartBare();

        var answer = await server.Client.RequestAsync("initialize", new JObject { ["processId"] = null, ["capabilities"] = new JObject() });

        var result = answer["result"]!;
        ((string?)result["serverInfo"]!["name"]).ShouldBe("leaklens");
        ((string?)result["serverInfo"]!["version"]).ShouldNotBeNullOrEmpty();
        JToken.DeepEquals(result["capabilities"], JObject.Parse("""
            {
              "positionEncoding": "utf-16",
              "textDocumentSync": { "openClose": true, "change": 2, "save": { "includeText": false } },
              "notebookDocumentSync": { "notebookSelector": [{ "notebook": "jupyter-notebook", "cells": [{ "language": "python" }] }], "save": true },
              "hoverProvider": true,
              "codeActionProvider": { "codeActionKinds": ["quickfix", "source.fixAll.leaklens"], "resolveProvider": true },
              "codeLensProvider": { "resolveProvider": false },
              "inlayHintProvider": true,
              "executeCommandProvider": { "commands": ["leaklens.server.scanWorkspace", "leaklens.server.scanChangedFiles", "leaklens.server.stopScan", "leaklens.server.writeBaseline"] },
              "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true }, "textDocumentContent": { "schemes": ["leaklens"] } }
            }
            """)).ShouldBeTrue(result.ToString());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-32", "utf-32", "utf-8")]
    [InlineData("utf-16", "utf-7", "utf-16", "utf-8")]
    [InlineData("utf-16", "utf-7")]
    public async Task The_first_encoding_of_the_client_that_is_known_is_taken(string expected, params string[] offered)
    {
        await using var server = TestServer.StartBare();
        var capabilities = new JObject { ["general"] = new JObject { ["positionEncodings"] = new JArray(offered) } };

        var answer = await server.Client.RequestAsync("initialize", new JObject { ["processId"] = null, ["capabilities"] = capabilities });

        ((string?)answer["result"]!["capabilities"]!["positionEncoding"]).ShouldBe(expected);
    }

    [Fact]
    public async Task A_request_before_initialize_is_refused_and_a_notification_dropped()
    {
        await using var server = TestServer.StartBare();

        await server.OpenAsync("x = (\n");
        var answer = await server.Client.RequestAsync("textDocument/hover", new JObject());

        ErrorOf(answer).ShouldBe(-32002);
        server.Client.Transcript.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_second_initialize_is_refused()
    {
        await using var server = await TestServer.StartAsync();

        ErrorOf(await server.Client.RequestAsync("initialize", new JObject { ["capabilities"] = new JObject() })).ShouldBe(-32600);
    }

    [Fact]
    public async Task After_shutdown_only_exit_is_left_and_the_exit_code_is_0()
    {
        await using var server = await TestServer.StartAsync();

        (await server.Client.RequestAsync("shutdown"))["result"]!.Type.ShouldBe(JTokenType.Null);
        ErrorOf(await server.Client.RequestAsync("textDocument/hover", new JObject())).ShouldBe(-32600);
        ErrorOf(await server.Client.RequestAsync("shutdown")).ShouldBe(-32600);
        await server.Client.NotifyAsync("exit");

        (await server.ExitCode).ShouldBe(0);
    }

    [Fact]
    public async Task Exit_without_shutdown_gives_1()
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.NotifyAsync("exit");

        (await server.ExitCode).ShouldBe(1);
    }

    [Fact]
    public async Task Exit_before_initialize_gives_1()
    {
        await using var server = TestServer.StartBare();

        await server.Client.NotifyAsync("exit");

        (await server.ExitCode).ShouldBe(1);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task The_end_of_the_input_ends_the_server(bool shutDown, int expected)
    {
        await using var server = await TestServer.StartAsync();
        if (shutDown)
        {
            await server.Client.RequestAsync("shutdown");
        }

        server.Client.CloseInput();

        (await server.ExitCode).ShouldBe(expected);
    }

    private static int ErrorOf(JObject answer) => (int)answer["error"]!["code"]!;
}
