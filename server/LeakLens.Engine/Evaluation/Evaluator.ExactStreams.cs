using System.Text;
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
    private const int MostStreamed = 1 << 24;

    /// <summary>What is read is let go of sooner than what is written.</summary>
    private const int ReadPerWritten = 4;

    private readonly Dictionary<HeapObject, StringBuilder> _streams = [];
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

        var position = (int)Math.Min(place.Low, text.Length);
        switch (name)
        {
            case "write":
                WriteText(stream, text, place.Low, arguments[0]);
                return null;
            case "getvalue":
                return JoinPieces(stream, StreamText(text.ToString(), node));
            case "read":
                var count = arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 } most } ? (int)Math.Min(most.Low, text.Length - position) : text.Length - position;
                return ReadTo(stream, text, position, position + count, node);
            case "readline":
                return ReadTo(stream, text, position, EndOfLine(text, position), node);
            case "readlines":
                return ReadLines(stream, text, position, node);
            case "__next__":
                return position < text.Length ? ReadTo(stream, text, position, EndOfLine(text, position), node) : RaiseNew("StopIteration", Value.Absent, node);
            case "truncate":
                var size = arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } given ? given.Number.Low : position;
                Realize(stream, size < text.Length, text.Length);
                text.Length = (int)Math.Clamp(size, 0, text.Length);
                return null;
            case "close":
                Realize(stream, isNeeded: true, text.Length);
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
            _streams[stream] = new StringBuilder();
            _heap.Set(stream, pieces, Value.OfBool(true));
            stream.Contents = new ItemContents();
        }
        else if (KnownText(initial) is { } text && !text.Any(char.IsSurrogate))
        {
            _streams[stream] = new StringBuilder(text);
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

    private void WriteText(HeapObject stream, StringBuilder text, long place, Value written)
    {
        if (KnownText(written) is not { } added || place > text.Length || added.Any(char.IsSurrogate))
        {
            Realize(stream, isNeeded: true, text.Length);
            _streams.Remove(stream);
            return;
        }

        CountStreamed(added.Length);
        Realize(stream, place != text.Length, text.Length);
        var position = (int)place;
        if (stream.Contents is ItemContents pieces)
        {
            pieces.Insert(pieces.Count, written);
        }

        text.Remove(position, Math.Min(added.Length, text.Length - position)).Insert(position, added);
        JoinSmallPieces(stream, text);
    }

    /// <summary>So many pieces become one (Objects/accu.c), so that long streams of short writes do not cost an object for each.</summary>
    private void JoinSmallPieces(HeapObject stream, StringBuilder text)
    {
        const int MostSmall = 100_000;
        var (large, characters) = _joinedPieces.GetValueOrDefault(stream);
        if (stream.Contents is ItemContents pieces && pieces.Count - large >= MostSmall)
        {
            var joined = StreamText(text.ToString(characters, text.Length - characters), stream.Site.Node);
            pieces.Splice(large, pieces.Count - large, [joined]);
            _joinedPieces[stream] = (large + 1, text.Length);
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

    private Value ReadTo(HeapObject stream, StringBuilder text, int position, int end, SyntaxNode node)
    {
        if (position == 0 && end == text.Length && stream.Contents is not null)
        {
            // Who reads all of it leaves it as it is.
            _heap.Set(stream, SlotKey.Attribute(PositionSlot), Value.OfInt(end));
            return JoinPieces(stream, StreamText(text.ToString(), node));
        }

        Realize(stream, isNeeded: true, text.Length);
        _heap.Set(stream, SlotKey.Attribute(PositionSlot), Value.OfInt(end));
        return StreamText(text.ToString(position, end - position), node);
    }

    private Value StreamText(string text, SyntaxNode node)
    {
        CountStreamed(text.Length / ReadPerWritten);
        return text.Length <= 1 ? Value.OfText(text) : NewStr(text.Length, StringSizes.KindOf(text), text, node);
    }

    private static int EndOfLine(StringBuilder text, int position)
    {
        while (position < text.Length && text[position] != '\n')
        {
            position++;
        }

        return Math.Min(text.Length, position + 1);
    }

    private Value ReadLines(HeapObject stream, StringBuilder text, int position, SyntaxNode node)
    {
        var lines = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        while (position < text.Length)
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
        IsExact && target.Payload is TypeModel type && (_streams.ContainsKey(target) || _byteStreams.ContainsKey(target) || _openFiles.ContainsKey(target) || type.QualifiedName is "csv.row_reader" or "csv.DictReader");
}
