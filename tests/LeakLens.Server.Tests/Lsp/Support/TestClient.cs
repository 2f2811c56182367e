using System.Text;
using System.Threading.Channels;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>
/// A client between two streams. It frames and reads messages with code of its own, so that a mistake of the server's
/// cannot cancel itself out.
/// </summary>
internal sealed class TestClient : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Stream _toServer;
    private readonly Stream _fromServer;
    private readonly Channel<JObject> _arrived = Channel.CreateUnbounded<JObject>();
    private readonly List<JObject> _unclaimed = [];
    private int _lastId;

    public TestClient(Stream toServer, Stream fromServer)
    {
        _toServer = toServer;
        _fromServer = fromServer;
        _ = Task.Run(ReceiveAllAsync);
    }

    /// <summary>Everything the server sent so far, in order.</summary>
    public List<JObject> Transcript { get; } = [];

    /// <summary>Sends a request and gives the whole answer.</summary>
    public async Task<JObject> RequestAsync(string method, JToken? parameters = null)
    {
        var id = await BeginAsync(method, parameters);
        return await AnswerAsync(id);
    }

    /// <summary>Sends a request without waiting for its answer.</summary>
    public async Task<int> BeginAsync(string method, JToken? parameters = null)
    {
        var id = ++_lastId;
        await SendAsync(new JObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return id;
    }

    public Task<JObject> AnswerAsync(int id) => NextAsync(message => message["method"] is null && message["id"] is { Type: JTokenType.Integer } answered && (int)answered == id);

    public Task NotifyAsync(string method, JToken? parameters = null) =>
        SendAsync(new JObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public Task SendAsync(JToken message) => SendTextAsync(message.ToString(Formatting.None));

    /// <summary>Sends a body with its header.</summary>
    public async Task SendTextAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await SendRawAsync($"Content-Length: {bytes.Length}\r\n\r\n");
        await SendRawAsync(bytes);
    }

    public Task SendRawAsync(string bytes) => SendRawAsync(Encoding.UTF8.GetBytes(bytes));

    public async Task SendRawAsync(byte[] bytes)
    {
        await _toServer.WriteAsync(bytes);
        await _toServer.FlushAsync();
    }

    /// <summary>The next message, of those that nobody took yet, that fits.</summary>
    public async Task<JObject> NextAsync(Func<JObject, bool> fits)
    {
        if (_unclaimed.Find(message => fits(message)) is { } earlier)
        {
            _unclaimed.Remove(earlier);
            return earlier;
        }

        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await _arrived.Reader.ReadAsync(patience.Token);
            Transcript.Add(message);
            if (fits(message))
            {
                return message;
            }

            _unclaimed.Add(message);
        }
    }

    public Task<JObject> NextNotificationAsync(string method) => NextAsync(message => (string?)message["method"] == method);

    /// <summary>The params of the next diagnostics of a document, of one version of it if that is given.</summary>
    public async Task<JObject> DiagnosticsAsync(string uri, int? version = null)
    {
        var message = await NextAsync(message => (string?)message["method"] == "textDocument/publishDiagnostics"
            && (string?)message["params"]!["uri"] == uri
            && (version is null || (int?)message["params"]!["version"] == version));
        return (JObject)message["params"]!;
    }

    public void CloseInput() => _toServer.Dispose();

    public void Dispose()
    {
        _toServer.Dispose();
        _fromServer.Dispose();
    }

    private async Task ReceiveAllAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                _arrived.Writer.TryWrite(message);
            }

            _arrived.Writer.TryComplete();
        }
        catch (Exception exception)
        {
            _arrived.Writer.TryComplete(exception);
        }
    }

    private async Task<JObject?> ReceiveAsync()
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _fromServer.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Append((char)one[0]);
        }

        var body = new byte[int.Parse(header.ToString()["Content-Length: ".Length..])];
        await _fromServer.ReadExactlyAsync(body);
        using var json = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body))) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(json);
    }
}
