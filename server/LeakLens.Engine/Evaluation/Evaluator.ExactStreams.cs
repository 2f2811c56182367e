using System.Runtime.InteropServices;
using LeakLens.Engine.Evaluation.Files;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What is in a stream of text that the exact run writes and reads. How long it is and where it stands its model says.</summary>
internal sealed partial class Evaluator
{
    private const string PositionSlot = "position";

    /// <summary>The texts that StringIO keeps as they come, as long as they are only written one behind the other; None afterwards.</summary>
    public const string PiecesSlot = "<pieces>";

    /// <summary>Characters of all streams together.</summary>
    private const int MostStreamed = 96 << 20;

    /// <summary>What is read is let go of sooner than what is written.</summary>
    private const int ReadPerWritten = 4;

    private readonly Dictionary<HeapObject, List<char>> _streams = [];
    private readonly Dictionary<HeapObject, (int Large, int Characters)> _joinedPieces = [];
    private int _streamed;

    private static bool IsTextStream(TypeModel type) => type.QualifiedName is "io.StringIO";

    /// <summary>A method of a library object whose contents the exact run knows; null when its model says all.</summary>
    private Value? CallExactLibraryMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (ModelOf(target) is not { } type)
        {
            return null;
        }

        return type.QualifiedName is "open_file" ? CallFileMethod(target, name, arguments, node)
            : type.QualifiedName is "contextvars.ContextVar" ? CallVariableMethod(target, name, arguments, node)
            : type.QualifiedName is "contextvars.Context" ? CallContextMethod(target, name, arguments, node)
            : type.QualifiedName is "pathlib.Path" ? CallPathMethod(target, name, arguments, node)
            : type.QualifiedName is "tempfile.TemporaryDirectory" ? CallFolderMethod(target, name)
            : IsTextStream(type) ? CallStreamMethod(target, name, arguments, node)
            : IsByteStream(type) ? CallByteStreamMethod(target, name, arguments, node)
            : type.QualifiedName.StartsWith("csv.", StringComparison.Ordinal) ? CallCsvMethod(target, type, name, arguments, node)
            : type.QualifiedName.StartsWith(HashPrefix, StringComparison.Ordinal) ? CallHashMethod(target, type, name, arguments, node)
            : type.QualifiedName is "re.Pattern" ? CallPatternMethod(target, name, arguments, node)
            : type.QualifiedName is "sched.scheduler" ? CallSchedulerMethod(target, name, arguments, node)
            : type.QualifiedName is "uuid.UUID" ? CallIdMethod(target, name, node)
            : type.QualifiedName is "struct.Struct" ? CallRecordMethod(target, name, arguments, node)
            : type.QualifiedName.StartsWith("weakref.", StringComparison.Ordinal) ? CallWeakMethod(target, type, name, arguments, node)
            : CallDispatcher(target, type, name, arguments, node) ?? CallStrandMethod(target, type, name, arguments, node);
    }

    private Value? CallStreamMethod(HeapObject stream, string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is "StringIO")
        {
            Open(stream, Argument(arguments, 0, "initial_value"));
            return null;
        }

        if (!_streams.TryGetValue(stream, out var text) || stream.Get(SlotKey.Attribute(PositionSlot)) is not { Kind: ValueKind.Int, Number: { IsExact: true } place })
        {
            return null;
        }

        var position = (int)Math.Min(place.Low, text.Count);
        switch (name)
        {
            case "write":
                WriteText(stream, text, place.Low, arguments[0]);
                return null;
            case "getvalue":
                return JoinPieces(stream, StreamText(Part(text, 0, text.Count), node));
            case "read":
                var count = arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 } most } ? (int)Math.Min(most.Low, text.Count - position) : text.Count - position;
                return ReadTo(stream, text, position, position + count, node);
            case "readline":
                return ReadTo(stream, text, position, EndOfLine(text, position), node);
            case "readlines":
                return ReadLines(stream, text, position, node);
            case "__next__":
                return position < text.Count ? ReadTo(stream, text, position, EndOfLine(text, position), node) : RaiseNew("StopIteration", Value.Absent, node);
            case "truncate":
                var size = arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } given ? given.Number.Low : position;
                Realize(stream, size < text.Count, text.Count);
                CollectionsMarshal.SetCount(text, (int)Math.Clamp(size, 0, text.Count));
                return null;
            case "close":
                Realize(stream, isNeeded: true, text.Count);
                _streams.Remove(stream);
                return null;
            default:
                return null;
        }
    }

    private void Open(HeapObject stream, Value initial)
    {
        var pieces = SlotKey.Attribute(PiecesSlot);
        _heap.Set(stream, pieces, Value.None);
        if (initial.IsAbsent || initial.Kind == ValueKind.None || KnownText(initial) is "")
        {
            _streams[stream] = [];
            _heap.Set(stream, pieces, Value.OfBool(true));
            stream.Contents = new ItemContents();
        }
        else if (KnownText(initial) is { } text && !text.Any(char.IsSurrogate))
        {
            _streams[stream] = [.. text];
            CountStreamed(text.Length);
            MakeRoom(stream, text.Length);
        }
    }

    private void CountStreamed(int characters)
    {
        const int StreamedPerStep = 64;
        _budget.Step(1 + (characters / StreamedPerStep));
        _streamed += characters;
        if (_streamed > MostStreamed)
        {
            throw new NotDeterminedException();
        }
    }

    private void WriteText(HeapObject stream, List<char> text, long place, Value written)
    {
        if (KnownText(written) is not { } added || place > text.Count || added.Any(char.IsSurrogate))
        {
            Realize(stream, isNeeded: true, text.Count);
            _streams.Remove(stream);
            return;
        }

        CountStreamed(added.Length);
        Realize(stream, place != text.Count, text.Count);
        var position = (int)place;
        if (stream.Contents is ItemContents pieces)
        {
            pieces.Insert(pieces.Count, written);
        }

        CollectionsMarshal.SetCount(text, Math.Max(text.Count, position + added.Length));
        added.CopyTo(CollectionsMarshal.AsSpan(text)[position..]);
        JoinSmallPieces(stream, text);
    }

    /// <summary>So many pieces become one (Objects/accu.c), so that long streams of short writes do not cost an object for each.</summary>
    private void JoinSmallPieces(HeapObject stream, List<char> text)
    {
        const int MostSmall = 100_000;
        var (large, characters) = _joinedPieces.GetValueOrDefault(stream);
        if (stream.Contents is ItemContents pieces && pieces.Count - large >= MostSmall)
        {
            var joined = StreamText(Part(text, characters, text.Count), stream.Site.Node);
            pieces.Splice(large, pieces.Count - large, [joined]);
            _joinedPieces[stream] = (large + 1, text.Count);
        }
    }

    /// <summary>From here on it is one buffer, four bytes a character.</summary>
    private void Realize(HeapObject stream, bool isNeeded, int length)
    {
        if (isNeeded)
        {
            if (stream.Get(SlotKey.Attribute(PiecesSlot)) is not { Kind: ValueKind.None })
            {
                MakeRoom(stream, length);
            }

            stream.Contents = null;
            _heap.Set(stream, SlotKey.Attribute(PiecesSlot), Value.None);
        }
    }

    private void MakeRoom(HeapObject stream, long length) =>
        _heap.SetMeta(stream, Meta.Room, BufferSizes.RoomOfText(length, Math.Max(BufferSizes.RoomOfNewText, stream.GetMeta(Meta.Room).High)));

    /// <summary>The buffer of a stream follows how much there is in it.</summary>
    private void FollowLength(HeapObject stream)
    {
        if (IsExact && stream.Kind == ObjectKind.ByteArray && stream.GetMeta(Meta.Room).High > 0 && stream.GetMeta(Meta.Length) is { IsExact: true } length)
        {
            MakeRoom(stream, length.Low);
        }
    }

    /// <summary>Who asked for the whole text shares it with the stream.</summary>
    private Value JoinPieces(HeapObject stream, Value whole)
    {
        if (stream.Contents is ItemContents { Count: > 1 } pieces)
        {
            _growths.Releases(stream);
            pieces.Replace([whole]);
            _joinedPieces.Remove(stream);
        }

        return whole;
    }

    private Value ReadTo(HeapObject stream, List<char> text, int position, int end, SyntaxNode node)
    {
        if (position == 0 && end == text.Count && stream.Contents is not null)
        {
            // Who reads all of it leaves it as it is.
            _heap.Set(stream, SlotKey.Attribute(PositionSlot), Value.OfInt(end));
            return JoinPieces(stream, StreamText(Part(text, 0, text.Count), node));
        }

        Realize(stream, isNeeded: true, text.Count);
        _heap.Set(stream, SlotKey.Attribute(PositionSlot), Value.OfInt(end));
        return StreamText(Part(text, position, end), node);
    }

    private Value StreamText(string text, SyntaxNode node)
    {
        CountStreamed(text.Length / ReadPerWritten);
        TakeRoom((long)text.Length * sizeof(char));
        return text.Length <= 1 ? Value.OfText(text) : NewStr(text.Length, StringSizes.KindOf(text), text, node);
    }

    private static string Part(List<char> text, int start, int end) => new(CollectionsMarshal.AsSpan(text)[start..end]);

    private static int EndOfLine(List<char> text, int position)
    {
        var end = CollectionsMarshal.AsSpan(text)[position..].IndexOf('\n');
        return end < 0 ? text.Count : position + end + 1;
    }

    private Value ReadLines(HeapObject stream, List<char> text, int position, SyntaxNode node)
    {
        var lines = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        while (position < text.Count)
        {
            var end = EndOfLine(text, position);
            Add(lines, ReadTo(stream, text, position, end, node), node, "readlines");
            position = end;
        }

        return Value.Of(lines);
    }

    /// <summary>The next item of a library object that is its own iterator; null when it is none.</summary>
    private Value? NextOfLibrary(Value source, SyntaxNode node) =>
        IsExact && source.Reference is { Payload: TypeModel } target ? CallExactLibraryMethod(target, "__next__", CallArguments.None, node) : null;

    private bool StepsByItself(HeapObject target) =>
        IsExact && target.Payload is TypeModel type && (_streams.ContainsKey(target) || _byteStreams.ContainsKey(target) || target.Known is OpenFile || type.QualifiedName is "csv.row_reader" or "csv.DictReader");
}
