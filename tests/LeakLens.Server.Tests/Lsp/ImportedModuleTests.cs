using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>What is said of an open program follows the files that it imports.</summary>
public sealed class ImportedModuleTests : IDisposable
{
    private const string Program = "from flask import Flask, request\nfrom state import sessions\n\napp = Flask(__name__)\napp.config['MAX_CONTENT_LENGTH'] = 1_000_000\n\n\n@app.post('/')\ndef handle():\n    sessions[request.json['key']] = request.json\n    return ''\n";
    private const string Kept = "sessions = {}\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_open_program_is_analysed_anew_when_a_module_changes()
    {
        var (program, state) = (_folder.Write("app.py", Program), _folder.Write("state.py", Kept));
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        var uri = TestServer.UriOf(program);
        await server.OpenAsync(Program, uri: uri);
        (await MessagesAsync(server, uri)).ShouldHaveSingleItem().ShouldStartWith("sessions grows by about");

        _folder.Write("state.py", Kept + "\n\ndef forget(key):\n    sessions.pop(key, None)\n");
        await server.WatchedAsync(state);
        await EventuallyAsync(async () => (await MessagesAsync(server, uri)).Length == 0);

        _folder.Write("state.py", Kept);
        await server.WatchedAsync(state);
        await EventuallyAsync(async () => (await MessagesAsync(server, uri)).Length == 1);
    }

    [Fact]
    public async Task A_scan_shows_nothing_of_what_another_file_looks_after()
    {
        var program = _folder.Write("app.py", Program);
        _folder.Write("state.py", Kept);
        _folder.Write("zz.py", "from state import sessions\n\n\ndef clean():\n    sessions.clear()\n");
        await using var server = await TestServer.StartAsync(folders: _folder.Path);
        await server.Client.RequestAsync("workspace/executeCommand", new JObject { ["command"] = "leaklens.server.scanWorkspace" });

        (await server.Client.DiagnosticsAsync(TestServer.UriOf(program)))["diagnostics"]!.ShouldNotBeEmpty();
        (await server.Client.DiagnosticsAsync(TestServer.UriOf(program)))["diagnostics"]!.ShouldBeEmpty();
    }

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
