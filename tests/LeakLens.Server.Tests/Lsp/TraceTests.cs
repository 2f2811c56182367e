using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

public sealed class TraceTests
{
    [Fact]
    public async Task A_client_that_asks_is_told_what_was_done_and_one_that_stops_asking_is_not()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());

        await SetTraceAsync(server, "messages");
        await server.OpenAsync("LEAK");
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1);
        (await server.Client.NextNotificationAsync("$/logTrace"))["params"]!["message"]!.ToString().ShouldContain("service.py version 1");
        await SetTraceAsync(server, "off");
        await server.ChangeAsync(2, TestServer.Replace("x"));
        await server.Client.DiagnosticsAsync(TestServer.Uri, version: 2);
        await server.HasReadAllAsync();

        server.Client.Transcript.Count(message => (string?)message["method"] == "$/logTrace").ShouldBe(1);
    }

    private static Task SetTraceAsync(TestServer server, string value) => server.Client.NotifyAsync("$/setTrace", new JObject { ["value"] = value });
}
