using System.IO.Pipelines;
using System.Text;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Tests.Lsp.JsonRpc;

/// <summary>Streams as clients send them, and as broken clients send them. Each is cut into pieces of every kind.</summary>
public sealed class FrameReaderTests
{
    [Theory]
    [InlineData("Content-Length: 2\r\n\r\n{}", "{}")]
    [InlineData("content-length:2\r\n\r\n{}", "{}")]
    [InlineData("Content-Length: 2\n\n{}", "{}")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}", "{}")]
    [InlineData("Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=\"utf8\"\r\n\r\n{}", "{}")]
    [InlineData("Content-Length: 2\r\nX-Other: 1\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "{}", "[]")]
    [InlineData("Content-Length: 2\r\n\r\n{}\r\n\r\nContent-Length: 2\r\n\r\n[]", "{}", "[]")]
    [InlineData("Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n[]", "", "[]")]
    [InlineData("")]
    [InlineData("Content-Length: 10\r\n\r\n{}")]
    [InlineData("Content-Len")]
    public Task What_is_well_formed_is_read(string stream, params string[] expected) => Check(stream, expected);

    [Theory]
    [InlineData("rubbish\r\nContent-Length: 2\r\n\r\n[]")]
    [InlineData("rubbish Content-Length: 2\r\n\r\n[]")]
    [InlineData("{\"a\": 1}\r\n{\"b\": 2}\r\nContent-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: abc\r\n\r\n{}Content-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: -1\r\n\r\nContent-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: 4294967296\r\n\r\n{}Content-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}Content-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: 999999999999\r\n\r\n{}Content-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Type: text/plain; charset=utf-16\r\nContent-Length: 2\r\n\r\n[]")]
    [InlineData("X-Other: 1\r\n\r\n{}Content-Length: 2\r\n\r\n[]")]
    [InlineData("\u0001\u0002\u0003\r\n\0\0\0\nContent-Length: 2\r\n\r\n[]")]
    public Task Rubbish_is_skipped_to_the_next_header_and_reported_once(string stream) => Check(stream, "<malformed>", "[]");

    [Fact]
    public Task A_line_without_an_end_is_not_kept() =>
        Check(new string('x', 100_000) + "Content-Length: 2\r\n\r\n[]", "<malformed>", "[]");

    [Fact]
    public Task A_header_without_an_end_is_not_kept() =>
        Check("Content-Length: " + new string('1', 100_000) + "\r\n\r\nContent-Length: 2\r\n\r\n[]", "<malformed>", "[]");

    [Fact]
    public Task A_message_over_the_limit_is_skipped_and_the_next_one_read() =>
        Check($"Content-Length: 5000\r\n\r\n{new string('x', 5000)}Content-Length: 2\r\n\r\n[]", "<too large>", "[]");

    /// <summary>The result must not depend on how the stream is cut into pieces.</summary>
    private static async Task Check(string stream, params string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        int[] pieceSizes = bytes.Length > 10_000 ? [7_919, bytes.Length] : [1, 3, 17, Math.Max(bytes.Length, 1)];
        foreach (var size in pieceSizes)
        {
            (await ReadAllAsync(bytes, size)).ToArray().ShouldBe(expected, ignoreOrder: false, $"in pieces of {size}");
        }
    }

    private static async Task<List<string>> ReadAllAsync(byte[] bytes, int pieceSize)
    {
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer, bytes, pieceSize);
        var reader = new FrameReader(pipe.Reader, largestBody: 4096);
        var frames = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None) is { Status: not FrameStatus.End } frame)
        {
            frames.Add(frame.Status switch
            {
                FrameStatus.Message => Encoding.UTF8.GetString(frame.Body),
                FrameStatus.TooLarge => "<too large>",
                _ => "<malformed>",
            });
        }

        await writing;
        return frames;
    }

    private static async Task WriteAsync(PipeWriter writer, byte[] bytes, int pieceSize)
    {
        foreach (var piece in bytes.Chunk(pieceSize))
        {
            await writer.WriteAsync(piece);
            await Task.Yield();
        }

        await writer.CompleteAsync();
    }
}
