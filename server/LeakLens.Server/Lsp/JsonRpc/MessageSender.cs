using System.IO.Pipelines;
using System.Threading.Channels;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>
/// The way out: anyone may send, one task writes. Nobody who sends ever waits for the client, so a client that reads
/// slowly cannot stop the analysis; it only stops us from reading more of what it sends.
/// </summary>
internal sealed class MessageSender(PipeWriter output)
{
    private const int LongestBacklog = 1_000;

    private readonly Channel<IJsonWritable> _queue = Channel.CreateUnbounded<IJsonWritable>(new UnboundedChannelOptions { SingleReader = true });
    private int _backlog;

    /// <summary>Whether the client is so far behind that no more should be read from it.</summary>
    public bool IsCongested => Volatile.Read(ref _backlog) > LongestBacklog;

    public void Send(IJsonWritable message)
    {
        if (_queue.Writer.TryWrite(message))
        {
            Interlocked.Increment(ref _backlog);
        }
    }

    /// <summary>Writes what is sent until <see cref="Complete"/>; a client that is gone ends it quietly.</summary>
    public async Task RunAsync()
    {
        using var frames = new FrameWriter(output);
        try
        {
            await foreach (var message in _queue.Reader.ReadAllAsync())
            {
                Interlocked.Decrement(ref _backlog);
                await frames.WriteAsync(message);
            }

            await output.CompleteAsync();
        }
        catch (IOException exception)
        {
            _queue.Writer.TryComplete(exception);
        }
    }

    public void Complete() => _queue.Writer.TryComplete();
}
