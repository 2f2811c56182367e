using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// What is in a bytearray, in the exact run, as long as all that came to it is known. How long it is, and how much room it has, its model says: each change
/// is first made there, and then here.
/// </summary>
internal sealed partial class Evaluator
{
    private const string ByteArrayType = "bytearray";

    /// <summary>Bytes of one bytearray.</summary>
    private const int LongestByteArray = 1 << 25;

    /// <summary>Functions of Python itself that look at a bytearray and change nothing.</summary>
    private static readonly HashSet<string> ReadersOfBytes = new(StringComparer.Ordinal)
    {
        "len", "sum", "min", "max", "any", "all", "sorted", "list", "tuple", "set", "frozenset", "enumerate", "zip", "reversed", "iter", "bytes", "bytearray",
        "ascii", "print", "isinstance", "type", "id", "repr", "str", "bool", "range", "filter", "map", "hash", "callable", "next", "format",
    };

    private bool _hasByteArrays;

    /// <summary>The bytes of a bytearray; null when they are not known.</summary>
    private List<byte>? BytesIn(HeapObject? target)
    {
        if (!IsExact || target is not { Kind: ObjectKind.ByteArray, Known: ByteBuffer buffer } || target.GetMeta(Meta.Length) != buffer.Count)
        {
            return null;
        }

        return buffer.Written ?? (TakeRoom(buffer.Count) ? buffer.Write() : null);
    }

    /// <summary>The bytes of a bytes or bytearray; null for anything else, and when they are not known.</summary>
    private byte[]? ContentOf(Value value)
    {
        if (value.Content is { } content)
        {
            return content;
        }

        if (IsExact && value.Reference is { Kind: ObjectKind.Bytes, IsSummary: false, LeafLength: { IsExact: true, Low: <= LongestByteArray } length } zeros && !zeros.Get(SlotKey.Attribute(ZerosSlot)).IsAbsent)
        {
            NoteMoved((int)length.Low);
            return new byte[length.Low];
        }

        if (BytesIn(value.Reference) is not { } bytes)
        {
            return null;
        }

        NoteMoved(bytes.Count);
        return [.. bytes];
    }

    /// <summary>So many bytes are copied, or moved to make room.</summary>
    private void NoteMoved(int bytes)
    {
        _work.Add(bytes);
        _budget.Step(_work.Take());
    }

    /// <summary>The ints of an iterable that nothing has to be run for, as bytes; null when they are none, or not known.</summary>
    private byte[]? BytesFrom(Value source, SyntaxNode node)
    {
        if (ContentOf(source) is { } content)
        {
            return content;
        }

        if (source.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Range } || ItemsOf(source, node) is not { } items)
        {
            return null;
        }

        var bytes = new byte[items.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (ByteOf(items[i]) is not { } one)
            {
                return null;
            }

            bytes[i] = one;
        }

        return bytes;
    }

    private static byte? ByteOf(Value value) => value is { Kind: ValueKind.Int or ValueKind.Bool, Number: { IsExact: true, Low: >= 0 and <= byte.MaxValue } } ? (byte)value.Number.Low : null;

    /// <summary>A bytearray was made of these arguments.</summary>
    private void FillByteArray(HeapObject made, CallArguments arguments, SyntaxNode node)
    {
        var source = Argument(arguments, 0, "source");
        made.Known = source.IsAbsent ? ByteBuffer.OfZeros(0)
            : source is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= LongestByteArray } count } ? ByteBuffer.OfZeros((int)count.Low)
            : arguments.Positional.Count + arguments.Named.Count == 1 && BytesFrom(source, node) is { Length: <= LongestByteArray } bytes ? ByteBuffer.Of(bytes)
            : null;
        _hasByteArrays |= made.Known is not null;
    }

    /// <summary><c>array += value</c>.</summary>
    private void AppendBytes(HeapObject array, Value value, SyntaxNode node)
    {
        var bytes = BytesIn(array);
        var added = bytes is null ? null : BytesFrom(value, node);
        var buffer = array.Known;
        Forget(array);
        Extend(array, value, node);
        if (bytes is not null && added is not null)
        {
            bytes.AddRange(added);
            Remember(array, buffer, added.Length);
        }
    }

    private void Know(HeapObject array, byte[]? bytes)
    {
        array.Known = bytes is { Length: <= LongestByteArray } && TakeRoom(bytes.Length) ? ByteBuffer.Of(bytes) : null;
        _hasByteArrays |= array.Known is not null;
    }

    /// <summary>What is in a bytearray is not known any more, as it has another length now.</summary>
    private static void Forget(HeapObject array)
    {
        if (array is { Kind: ObjectKind.ByteArray, Known: ByteBuffer })
        {
            array.Known = null;
        }
    }

    /// <summary>A function that computes something from bytes is handed them; one that may write into a bytearray makes its contents unknown.</summary>
    private CallArguments TendBytes(string function, CallArguments arguments)
    {
        if (ReadersOfBytes.Contains(function))
        {
            return arguments;
        }

        if (KnownFunctions.Find(function) is not null || function is "io.BytesIO" || function.StartsWith("hashlib.", StringComparison.Ordinal))
        {
            return AsBytes(arguments);
        }

        ForgetBytes(arguments);
        return arguments;
    }

    /// <summary>Something that is not seen may write into it.</summary>
    private static void ForgetBytes(CallArguments arguments)
    {
        foreach (var value in arguments.Positional)
        {
            ForgetBytes(value);
        }

        foreach (var (_, value) in arguments.Named)
        {
            ForgetBytes(value);
        }

        static void ForgetBytes(Value value)
        {
            if (value.Reference is { } target)
            {
                Forget(target);
            }
        }
    }

    /// <summary>The arguments of a function that only looks at them: bytearrays are as good as bytes.</summary>
    private CallArguments AsBytes(CallArguments arguments)
    {
        if (!arguments.Positional.Any(value => BytesIn(value.Reference) is not null))
        {
            return arguments;
        }

        return arguments with { Positional = [.. arguments.Positional.Select(value => BytesIn(value.Reference) is { } bytes ? Value.OfBytes([.. bytes]) : value)] };
    }

    /// <summary>Null when the model says all.</summary>
    private Value? CallByteArrayMethod(HeapObject array, FunctionModel model, CallArguments arguments, SyntaxNode node)
    {
        if (BytesIn(array) is not { } bytes)
        {
            return null;
        }

        switch (model.Name)
        {
            case "append" or "extend" or "insert" or "pop" or "remove" or "clear" or "reverse":
                return ChangeBytes(array, bytes, model, arguments, node);
            case "copy":
                var kept = array.Known;
                array.Known = null;
                var copy = RunModel(model, Value.Of(array), arguments, node);
                array.Known = kept;
                if (copy.Reference is { } made)
                {
                    Know(made, [.. bytes]);
                }

                return copy;
            case "find" or "rfind" or "index" or "rindex" or "count" or "startswith" or "endswith" or "decode" or "hex" when KnownFunctions.Find("bytes." + model.Name) is { } function:
                var sought = ByteOf(arguments[0]) is { } single ? arguments with { Positional = [Value.OfBytes([single]), .. arguments.Positional.Skip(1)] } : AsBytes(arguments);
                return TryKnown(function, Value.OfBytes([.. bytes]), sought, node);
            default:
                return null;
        }
    }

    private Value? ChangeBytes(HeapObject array, List<byte> bytes, FunctionModel model, CallArguments arguments, SyntaxNode node)
    {
        var length = bytes.Count;
        var index = arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true } given } ? given.Low : arguments[0].IsAbsent ? -1 : (long?)null;
        var added = model.Name is "extend" ? BytesFrom(arguments[0], node) : null;
        var (one, place) = (ByteOf(arguments[model.Name is "insert" ? 1 : 0]), index < 0 ? index + length : index);
        var buffer = array.Known;
        array.Known = null;
        NoteMoved(model.Name is "append" or "extend" || (model.Name is "pop" && place == length - 1) ? 1 : length);
        switch (model.Name)
        {
            case "pop" or "remove" when (model.Name is "remove" ? one is { } sought ? bytes.IndexOf(sought) : null : place) is { } at:
                if (at < 0 || at >= length)
                {
                    array.Known = buffer;
                    return RaiseNew(model.Name is "pop" ? "IndexError" : "ValueError", Value.Absent, node);
                }

                RunModel(model, Value.Of(array), arguments, node);
                var taken = bytes[(int)at];
                bytes.RemoveAt((int)at);
                array.Known = buffer;
                return model.Name is "pop" ? Value.OfInt(taken) : Value.None;
            case "append" when one is { } last:
                bytes.Add(last);
                break;
            case "extend" when added is not null:
                bytes.AddRange(added);
                break;
            case "insert" when one is { } inserted && place is { } before:
                bytes.Insert((int)Math.Clamp(before, 0, length), inserted);
                break;
            case "clear":
                bytes.Clear();
                break;
            case "reverse":
                bytes.Reverse();
                break;
            default:
                return null;
        }

        RunModel(model, Value.Of(array), arguments, node);
        Remember(array, buffer, bytes.Count - length);
        return Value.None;
    }

    /// <summary>The array has other contents by now.</summary>
    /// <param name="more">Bytes that came.</param>
    private void Remember(HeapObject array, object? buffer, int more) =>
        array.Known = buffer is ByteBuffer { Count: <= LongestByteArray } && (more <= 0 || TakeRoom(more)) ? buffer : null;

    /// <summary>A bytearray of two.</summary>
    private Value JoinBytes(HeapObject left, Value right, SyntaxNode node)
    {
        if ((BytesLength(right) ?? (right.Reference is { Kind: ObjectKind.ByteArray } other ? other.GetMeta(Meta.Length) : null)) is not { } more)
        {
            return Value.Unknown;
        }

        var made = _heap.AllocateAt(left, node, _frame.Context);
        var length = left.GetMeta(Meta.Length) + more;
        SetTable(made, length, length);
        if (BytesIn(left) is { } first && ContentOf(right) is { } second)
        {
            Know(made, [.. first, .. second]);
        }

        return Value.Of(made);
    }

    private Value? ByteAt(HeapObject array, Value index, SyntaxNode node)
    {
        if (BytesIn(array) is not { } bytes || index is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: var at } })
        {
            return null;
        }

        at = at < 0 ? at + bytes.Count : at;
        return at >= 0 && at < bytes.Count ? Value.OfInt(bytes[(int)at]) : RaiseNew("IndexError", Value.OfText("bytearray index out of range"), node);
    }

    private void SetByte(HeapObject array, Value index, Value value, SyntaxNode node)
    {
        if (BytesIn(array) is not { } bytes || index is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: var at } } || ByteOf(value) is not { } one)
        {
            array.Known = null;
            return;
        }

        at = at < 0 ? at + bytes.Count : at;
        if (at >= 0 && at < bytes.Count)
        {
            bytes[(int)at] = one;
        }
        else
        {
            RaiseNew("IndexError", Value.OfText("bytearray index out of range"), node);
        }
    }

    /// <summary><c>del array[i]</c>; false when it is not known what is there.</summary>
    private bool TakeByte(HeapObject array, Value index)
    {
        if (BytesIn(array) is not { } bytes || index is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: var at } } || (at < 0 ? at + bytes.Count : at) is not (>= 0 and var place) || place >= bytes.Count)
        {
            return false;
        }

        var buffer = array.Known;
        Forget(array);
        TakeItem(array, index);
        NoteMoved(bytes.Count - (int)place);
        bytes.RemoveAt((int)place);
        Remember(array, buffer, more: 0);
        return true;
    }

    /// <summary><c>del container[a:b]</c> of what is not known item by item.</summary>
    private void DeletePart(HeapObject container, Slice slice, SyntaxNode node)
    {
        var (lower, upper, step) = EvaluateBounds(slice);
        var buffer = ReplaceBytes(container, lower, upper, step, Value.Absent, node);
        Shrink(container, LengthOfSlice(container.GetMeta(Meta.Length), lower, upper, step));
        if (buffer is not null)
        {
            Remember(container, buffer, more: 0);
        }
    }

    /// <summary>Nothing is in it any more.</summary>
    private void KnowEmpty(HeapObject array)
    {
        if (IsExact && array is { Kind: ObjectKind.ByteArray, Payload: TypeModel { QualifiedName: ByteArrayType } })
        {
            array.Known = ByteBuffer.OfZeros(0);
        }
    }

    /// <summary><c>array[a:b]</c>, a bytearray of its own; null when it is not known what is in it.</summary>
    private Value? SliceOfBytes(HeapObject array, Value lower, Value upper, Value step, SyntaxNode node)
    {
        if (BytesIn(array) is not { } bytes || BoundsOf(bytes.Count, lower, upper, step) is not var (start, count, stride))
        {
            return null;
        }

        var part = new byte[count];
        for (var i = 0; i < count; i++)
        {
            part[i] = bytes[(int)(start + (i * stride))];
        }

        NoteMoved(count);
        var made = _heap.AllocateAt(array, node, _frame.Context);
        SetTable(made, count, count);
        Know(made, part);
        return Value.Of(made);
    }

    /// <summary>What <c>array[a:b] = value</c> makes of the bytes, or <c>del array[a:b]</c> with no value; null when it is not known. The array forgets them until it is told.</summary>
    private ByteBuffer? ReplaceBytes(HeapObject array, Value lower, Value upper, Value step, Value value, SyntaxNode node)
    {
        if (array is not { Kind: ObjectKind.ByteArray, Known: ByteBuffer })
        {
            return null;
        }

        var bytes = BytesIn(array);
        var added = value.IsAbsent ? [] : BytesFrom(value, node);
        var buffer = array.Known as ByteBuffer;
        array.Known = null;
        if (bytes is null || added is null || BoundsOf(bytes.Count, lower, upper, step) is not var (start, count, stride))
        {
            return null;
        }

        NoteMoved(bytes.Count - (int)start + added.Length);
        if (stride == 1)
        {
            bytes.RemoveRange((int)start, count);
            bytes.InsertRange((int)start, added);
            return buffer;
        }

        if (added.Length != count)
        {
            return null;
        }

        for (var i = 0; i < count; i++)
        {
            bytes[(int)(start + (i * stride))] = added[i];
        }

        return buffer;
    }
}
