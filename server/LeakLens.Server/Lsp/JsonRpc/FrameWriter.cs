using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>Writes messages with their Content-Length header. Used by one task at a time.</summary>
internal sealed class FrameWriter(PipeWriter output) : IDisposable
{
    private const int KeptCapacity = 64 << 10;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private MemoryStream _body = new();

    public async ValueTask WriteAsync(IJsonWritable message)
    {
        Serialize(message);
        WriteHeader(_body.Length);
        output.Write(_body.GetBuffer().AsSpan(0, (int)_body.Length));
        await output.FlushAsync();
    }

    public void Dispose() => _body.Dispose();

    private void Serialize(IJsonWritable message)
    {
        // One large answer must not keep its memory for the rest of the session.
        if (_body.Capacity > KeptCapacity)
        {
            _body = new MemoryStream();
        }

        _body.SetLength(0);
        using var text = new StreamWriter(_body, Utf8, leaveOpen: true);
        using var json = new JsonTextWriter(text);
        message.Write(json);
    }

    private void WriteHeader(long length)
    {
        output.Write("Content-Length: "u8);
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(length, digits, out var written);
        output.Write(digits[..written]);
        output.Write("\r\n\r\n"u8);
    }
}
