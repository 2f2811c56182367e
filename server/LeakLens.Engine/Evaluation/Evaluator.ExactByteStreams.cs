using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What is in a stream of bytes that the exact run writes and reads, as long as all that was written is known.</summary>
internal sealed partial class Evaluator
{
    private readonly Dictionary<HeapObject, List<byte>> _byteStreams = [];

    private static bool IsByteStream(TypeModel type) => type.QualifiedName is "io.BytesIO";

    private Value? CallByteStreamMethod(HeapObject stream, string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is "BytesIO")
        {
            OpenBytes(stream, Argument(arguments, 0, "initial_bytes"));
            return null;
        }

        if (!_byteStreams.TryGetValue(stream, out var bytes) || stream.Get(SlotKey.Attribute(PositionSlot)) is not { Kind: ValueKind.Int, Number: { IsExact: true } place })
        {
            return null;
        }

        var position = (int)Math.Min(place.Low, bytes.Count);
        switch (name)
        {
            case "write" or "writelines" or "close":
                WriteBytes(stream, bytes, place.Low, name is "write" ? ContentOf(arguments[0]) : null);
                return null;
            case "getvalue":
                return NewBytesOf(bytes, 0, bytes.Count, node);
            case "read" or "read1":
                var most = arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 } size } ? size.Low : long.MaxValue;
                return ReadBytes(stream, bytes, position, (int)Math.Min(most, bytes.Count - position), node);
            case "readline":
                return ReadBytes(stream, bytes, position, EndOfLine(bytes, position) - position, node);
            case "readlines":
                return ReadByteLines(stream, bytes, position, node);
            case "__next__":
                return position < bytes.Count ? ReadBytes(stream, bytes, position, EndOfLine(bytes, position) - position, node) : RaiseNew("StopIteration", Value.Absent, node);
            case "truncate":
                var kept = arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } given ? given.Number.Low : position;
                CollectionsMarshal.SetCount(bytes, (int)Math.Clamp(kept, 0, bytes.Count));
                return null;
            default:
                return null;
        }
    }

    private void OpenBytes(HeapObject stream, Value initial)
    {
        var content = initial.IsAbsent || initial.Kind == ValueKind.None ? [] : initial.Content;
        if (content is not null)
        {
            CountStreamed(content.Length);
            _byteStreams[stream] = [.. content];
        }
    }

    /// <param name="content">What is written; null when that is not known.</param>
    private void WriteBytes(HeapObject stream, List<byte> bytes, long position, byte[]? content)
    {
        if (content is null || position > bytes.Count)
        {
            _byteStreams.Remove(stream);
            return;
        }

        CountStreamed(content.Length);
        CollectionsMarshal.SetCount(bytes, Math.Max(bytes.Count, (int)position + content.Length));
        content.CopyTo(CollectionsMarshal.AsSpan(bytes)[(int)position..]);
    }

    private Value ReadBytes(HeapObject stream, List<byte> bytes, int position, int count, SyntaxNode node)
    {
        _heap.Set(stream, SlotKey.Attribute(PositionSlot), Value.OfInt(position + count));
        return NewBytesOf(bytes, position, count, node);
    }

    /// <summary>CPython has one object for no byte and one for each single byte.</summary>
    private Value NewBytesOf(List<byte> bytes, int start, int count, SyntaxNode node)
    {
        CountStreamed(count);
        var content = bytes.GetRange(start, count).ToArray();
        return count <= 1 ? Value.OfBytes(content) : Value.Of(NewContent(content, node));
    }

    private Value ReadByteLines(HeapObject stream, List<byte> bytes, int position, SyntaxNode node)
    {
        var lines = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        while (position < bytes.Count)
        {
            var end = EndOfLine(bytes, position);
            Add(lines, ReadBytes(stream, bytes, position, end - position, node), node, "readlines");
            position = end;
        }

        return Value.Of(lines);
    }

    private static int EndOfLine(List<byte> bytes, int position)
    {
        var end = bytes.IndexOf((byte)'\n', position);
        return end < 0 ? bytes.Count : end + 1;
    }
}
