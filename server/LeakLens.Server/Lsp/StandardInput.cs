using System.IO.Pipelines;

namespace LeakLens.Server.Lsp;

/// <summary>
/// Standard input as a pipe. Reading it blocks, on every platform; a thread of its own does that, or the pool would have
/// one worker less from the first moment on.
/// </summary>
internal static class StandardInput
{
    private const int ReadSize = 16 << 10;
    private const int StackSize = 256 << 10;

    public static PipeReader Open()
    {
        // A reader that falls behind stops the client, not the other way around.
        var pipe = new Pipe(new PipeOptions(useSynchronizationContext: false, minimumSegmentSize: ReadSize));
        new Thread(() => Pump(pipe.Writer), StackSize) { IsBackground = true, Name = "stdin" }.Start();
        return pipe.Reader;
    }

    private static void Pump(PipeWriter writer)
    {
        using var input = Console.OpenStandardInput();
        try
        {
            while (input.Read(writer.GetSpan(ReadSize)) is var count and > 0)
            {
                writer.Advance(count);
                if (writer.FlushAsync().AsTask().GetAwaiter().GetResult().IsCompleted)
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // A broken pipe is a closed one.
        }

        writer.Complete();
    }
}
