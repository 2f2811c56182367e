using System.Buffers;
using System.Runtime.InteropServices;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>One message of the stream. The body is the reader's own memory: it is gone with the next read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Frame(FrameStatus Status, ReadOnlySequence<byte> Body, string Problem)
{
    public static readonly Frame End = new(FrameStatus.End, default, "");

    public static Frame Message(ReadOnlySequence<byte> body) => new(FrameStatus.Message, body, "");

    public static Frame Malformed(string problem) => new(FrameStatus.Malformed, default, problem);

    public static Frame TooLarge(string problem) => new(FrameStatus.TooLarge, default, problem);
}
