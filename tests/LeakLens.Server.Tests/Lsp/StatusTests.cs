using LeakLens.Server.Tests.Lsp.Support;

namespace LeakLens.Server.Tests.Lsp;

public sealed class StatusTests
{
    [Fact]
    public async Task The_server_says_how_it_is()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync("LEAK");

        var status = (await server.Client.RequestAsync("leaklens.server/status"))["result"]!;

        ((string?)status["version"]).ShouldNotBeNullOrEmpty();
        ((long)status["residentBytes"]!).ShouldBeGreaterThan(1 << 20);
        ((int)status["openDocuments"]!).ShouldBe(1);
    }
}
