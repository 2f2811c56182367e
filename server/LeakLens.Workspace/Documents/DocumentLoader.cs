using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Documents;

/// <summary>From a file to its text. Files are hostile data: the size is bounded, whatever the system says about it.</summary>
public static class DocumentLoader
{
    /// <summary>No person writes a larger file, and a smaller one is read and analysed in bounded memory.</summary>
    public const int MostBytes = 32 << 20;

    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(2);

    private const char ByteOrderMark = '\uFEFF';

    /// <exception cref="DocumentException">The file cannot be read, or is too large.</exception>
    public static byte[] ReadBytes(ScanSource source)
    {
        if (source.Content is { } content)
        {
            return content.Length <= MostBytes ? content : throw TooLarge();
        }

        try
        {
            return ReadFile(source);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(IoMessage.For(exception), exception);
        }
    }

    /// <summary>The text of a file, without the byte order mark, which is no part of any line.</summary>
    /// <exception cref="DocumentException">The bytes are not a text.</exception>
    public static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is var at && at >= 0)
        {
            throw new DocumentException($"not a text: it has a zero byte at offset {at}");
        }

        if (!SourceDecoder.TryDecode(bytes, out var text, out var error))
        {
            throw new DocumentException(Wording.LowerFirst(error.TrimEnd('.')));
        }

        return text.Text.StartsWith(ByteOrderMark) ? SourceText.From(text.Text[1..]) : text;
    }

    /// <summary>Reads to the end of a stream, which may be endless.</summary>
    /// <exception cref="DocumentException">There is more than a text may have.</exception>
    public static byte[] ReadStream(Stream stream, int expectedBytes = 0)
    {
        var buffer = new byte[Math.Max(expectedBytes + 1, 4096)];
        var length = 0;
        while (stream.Read(buffer, length, buffer.Length - length) is var read && read > 0)
        {
            length += read;
            if (length > MostBytes)
            {
                throw TooLarge();
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MostBytes + 1));
            }
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }

    private static byte[] ReadFile(ScanSource source)
    {
        var length = new FileInfo(source.FullPath).Length;
        if (length > MostBytes)
        {
            throw TooLarge();
        }

        // A pipe in a folder says that it is empty, and opening it would wait for a writer for ever.
        if (length == 0 && !source.IsNamed)
        {
            return [];
        }

        using var stream = length > 0 ? Open(source.FullPath) : OpenPerhapsPipe(source.FullPath);
        return ReadStream(stream, (int)length);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <summary>A pipe says that it is empty as well. One that somebody writes to is read; to open another one would wait for ever.</summary>
    private static FileStream OpenPerhapsPipe(string path)
    {
        // The time counts from where the opening begins: on a busy machine, a thread may come late to an empty file, too.
        var begun = new ManualResetEventSlim();
        var opening = Task.Factory.StartNew(
            () =>
            {
                begun.Set();
                return Open(path);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        begun.Wait();
        try
        {
            return opening.Wait(LongestOpening) ? opening.Result : throw new DocumentException("not a file: a pipe that nobody writes to");
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(IoMessage.For(exception.InnerException), exception.InnerException);
        }
    }

    private static DocumentException TooLarge() => new($"larger than {MostBytes >> 20} MiB");
}
