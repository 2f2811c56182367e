using System.IO.Pipelines;
using LeakLens.Server.Lsp;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>A server in this process, and a client that is connected to it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Uri = "file:///home/ada/caf%C3%A9/service.py";

    private readonly Task<int> _serving;

    private TestServer(ServerOptions options)
    {
        // Without a limit on what is under way: a test writes a lot before it reads.
        var unlimited = new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false);
        var toServer = new Pipe(unlimited);
        var fromServer = new Pipe(unlimited);
        _serving = Task.Run(() => LanguageServer.RunAsync(toServer.Reader, fromServer.Writer, options));
        Client = new TestClient(toServer.Writer.AsStream(), fromServer.Reader.AsStream());
    }

    public TestClient Client { get; }

    /// <summary>The exit code, when the server has ended.</summary>
    public Task<int> ExitCode => _serving.WaitAsync(TestClient.Patience);

    /// <summary>A server that has not been initialized.</summary>
    public static TestServer StartBare(ServerOptions? options = null) => new(options ?? ServerOptions.Default);

    public static async Task<TestServer> StartAsync(ServerOptions? options = null, JObject? capabilities = null, int? processId = null, JToken? settings = null, params string[] folders)
    {
        var server = StartBare(options);
        var answer = await server.Client.RequestAsync("initialize", new JObject
        {
            ["processId"] = processId,
            ["rootUri"] = null,
            ["capabilities"] = capabilities ?? Capabilities.Full(),
            ["initializationOptions"] = settings,
            ["workspaceFolders"] = folders.Length == 0 ? null : new JArray(folders.Select(folder => new JObject { ["uri"] = UriOf(folder), ["name"] = Path.GetFileName(folder) })),
        });
        answer["error"].ShouldBeNull();
        await server.Client.NotifyAsync("initialized", new JObject());
        return server;
    }

    public Task OpenAsync(string text, int version = 1, string uri = Uri, string languageId = "python") => Client.NotifyAsync(
        "textDocument/didOpen",
        new JObject { ["textDocument"] = new JObject { ["uri"] = uri, ["languageId"] = languageId, ["version"] = version, ["text"] = text } });

    public Task ChangeAsync(int version, params JObject[] changes) => ChangeAsync(Uri, version, changes);

    public Task ChangeAsync(string uri, int version, params JObject[] changes) => Client.NotifyAsync(
        "textDocument/didChange",
        new JObject { ["textDocument"] = new JObject { ["uri"] = uri, ["version"] = version }, ["contentChanges"] = new JArray(changes) });

    public Task CloseAsync(string uri = Uri) => Client.NotifyAsync("textDocument/didClose", new JObject { ["textDocument"] = new JObject { ["uri"] = uri } });

    public Task WatchedAsync(params string[] files) => Client.NotifyAsync(
        "workspace/didChangeWatchedFiles",
        new JObject { ["changes"] = new JArray(files.Select(file => new JObject { ["uri"] = UriOf(file), ["type"] = 2 })) });

    public static string UriOf(string file) => new System.Uri(file).AbsoluteUri;

    /// <summary>Messages are taken in order: when this one is refused, those before it are done.</summary>
    public Task HasReadAllAsync() => Client.RequestAsync("leaklens/noSuchMethod");

    public static JObject Replace(string text) => new() { ["text"] = text };

    public static JObject Edit((int Line, int Character) start, (int Line, int Character) end, string text) =>
        new() { ["range"] = new JObject { ["start"] = Place(start.Line, start.Character), ["end"] = Place(end.Line, end.Character) }, ["text"] = text };

    public static JObject Place(int line, int character) => new() { ["line"] = line, ["character"] = character };

    public async ValueTask DisposeAsync()
    {
        Client.CloseInput();
        await _serving.WaitAsync(TestClient.Patience);
        Client.Dispose();
    }
}
