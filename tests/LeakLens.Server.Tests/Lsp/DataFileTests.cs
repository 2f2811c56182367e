using System.Text;
using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>A program that runs what lies in a data file is looked at again when that file changes, whether it is open or was scanned.</summary>
public sealed class DataFileTests : IDisposable
{
    private const string Program = "import base64\nfrom pathlib import Path\n\nexec(base64.b64decode((Path(__file__).parent / 'table.dat').read_text()))\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_open_program_is_analysed_anew()
    {
        var (program, data) = (_folder.Write("app.py", Program), _folder.Write("table.dat", Encode("import os\nos.nice(1)\n")));
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        var uri = TestServer.UriOf(program);
        await server.OpenAsync(Program, uri: uri);
        (await MessagesAsync(server, uri)).ShouldContain(message => message.StartsWith("exec runs code that lies hidden in table.dat"));

        _folder.Write("table.dat", Encode("1 + 1\n"));
        await server.WatchedAsync(data);

        await EventuallyAsync(async () => (await MessagesAsync(server, uri)).Length == 0);
    }

    [Fact]
    public async Task A_scanned_program_is_followed()
    {
        var (program, data) = (_folder.Write("app.py", Program), _folder.Write("table.dat", Encode("1 + 1\n")));
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await server.Client.RequestAsync("workspace/executeCommand", new JObject { ["command"] = "leaklens.server.scanWorkspace" });

        _folder.Write("table.dat", Encode("import os\nos.nice(1)\n"));
        await server.WatchedAsync(data);

        (await server.Client.DiagnosticsAsync(TestServer.UriOf(program)))["diagnostics"]!.ShouldNotBeEmpty();
    }

    private static string Encode(string code) => Convert.ToBase64String(Encoding.UTF8.GetBytes(code));

    private static async Task<string[]> MessagesAsync(TestServer server, string uri) =>
        [.. (await server.Client.RequestAsync("textDocument/diagnostic", new JObject { ["textDocument"] = new JObject { ["uri"] = uri } }))["result"]!["items"]!.Select(item => (string)item["message"]!)];

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TestClient.Patience);
        while (!await isSo())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
