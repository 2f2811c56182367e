using System.Diagnostics;
using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>The server as an editor runs it: a process of its own at the other end of two pipes.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_whole_session_ends_with_0_and_nothing_on_standard_error()
    {
        using var server = new ServerProcess("--stdio");
        await server.InitializeAsync(Environment.ProcessId);
        await server.OpenAsync("x = (\n");
        (await server.Client.DiagnosticsAsync(TestServer.Uri, version: 1))["diagnostics"]!.ShouldNotBeEmpty();

        await server.Client.RequestAsync("shutdown");
        await server.Client.NotifyAsync("exit");

        (await server.WaitForExitAsync()).ShouldBe(0);
        server.ErrorOutput.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_standard_input_ends_the_process(bool initialized)
    {
        using var server = new ServerProcess();
        if (initialized)
        {
            await server.InitializeAsync();
        }

        server.Client.CloseInput();

        (await server.WaitForExitAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_death_of_the_client_ends_the_process_even_where_its_pipes_stay_open()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var client = Process.Start("sleep", "600");
        using var server = new ServerProcess();
        await server.InitializeAsync(client.Id);

        client.Kill();

        (await server.WaitForExitAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_cannot_be_seen_from_here_does_not_end_the_process()
    {
        using var server = new ServerProcess("--clientProcessId=2147483646");
        await server.InitializeAsync(processId: int.MaxValue - 1);

        await Task.Delay(TimeSpan.FromSeconds(4));

        await server.OpenAsync("x = 1\n");
        await server.Client.DiagnosticsAsync(TestServer.Uri);
    }

    [Fact]
    public async Task Rubbish_on_standard_input_does_not_end_the_process()
    {
        using var server = new ServerProcess();
        var rubbish = new byte[300_000];
        new Random(1).NextBytes(rubbish);

        await server.Client.SendRawAsync(rubbish);
        await server.Client.SendTextAsync("{\"broken");
        await server.InitializeAsync();

        server.Client.CloseInput();
        await server.WaitForExitAsync();
        server.ErrorOutput.ShouldBeEmpty();
    }

    /// <summary>A leak finder that leaks is a punchline: an hour of typing must not grow the process.</summary>
    [Fact]
    [Trait("Category", "Proof")]
    public async Task A_thousand_versions_of_a_document_are_not_kept()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var server = new ServerProcess();
        await server.InitializeAsync();
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"x{i} = [{i}]\n"));
        await server.OpenAsync(text);
        await TypeAsync(server, from: 2, to: 300);
        var early = ResidentBytes(server);

        await TypeAsync(server, from: 300, to: 1_300);

        // What is kept of each version would be at least its text: 1,000 x 50 KB.
        (ResidentBytes(server) - early).ShouldBeLessThan(25 << 20);
    }

    private static async Task TypeAsync(ServerProcess server, int from, int to)
    {
        for (var version = from; version < to; version++)
        {
            await server.Client.NotifyAsync("textDocument/didChange", Change(version));
            await server.Client.DiagnosticsAsync(TestServer.Uri, version);
        }
    }

    private static JObject Change(int version) => new()
    {
        ["textDocument"] = new JObject { ["uri"] = TestServer.Uri, ["version"] = version },
        ["contentChanges"] = new JArray(TestServer.Edit((0, 0), (0, version % 2), version % 2 == 0 ? "y" : "")),
    };

    private static long ResidentBytes(ServerProcess server)
    {
        var line = File.ReadLines($"/proc/{server.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line["VmRSS:".Length..^"kB".Length]) << 10;
    }
}
