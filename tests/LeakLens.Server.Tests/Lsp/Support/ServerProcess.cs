using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>
/// The built program as a language server, and a client at its standard streams. LEAKLENS_EXECUTABLE names a published
/// executable to test instead.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    public ServerProcess(params string[] moreWords)
    {
        var executable = Environment.GetEnvironmentVariable("LEAKLENS_EXECUTABLE");
        string[] words = executable is null ? [Path.Combine(AppContext.BaseDirectory, "leaklens.dll"), "lsp", .. moreWords] : ["lsp", .. moreWords];
        _process = Process.Start(new ProcessStartInfo(executable ?? "dotnet", words)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Client = new TestClient(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
    }

    public TestClient Client { get; }

    /// <summary>All that the process wrote to standard error, when it has ended.</summary>
    public string ErrorOutput => _process.StandardError.ReadToEnd();

    public int Id => _process.Id;

    public async Task InitializeAsync(int? processId = null)
    {
        var answer = await Client.RequestAsync("initialize", new JObject { ["processId"] = processId, ["rootUri"] = null, ["capabilities"] = Capabilities.Full() });
        answer.ContainsKey("result").ShouldBeTrue(answer.ToString());
        await Client.NotifyAsync("initialized", new JObject());
    }

    public async Task OpenAsync(string text) => await Client.NotifyAsync(
        "textDocument/didOpen",
        new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri, ["languageId"] = "python", ["version"] = 1, ["text"] = text } });

    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(TestClient.Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        Client.Dispose();
        _process.Dispose();
    }
}
