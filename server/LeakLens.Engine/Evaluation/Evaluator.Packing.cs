using LeakLens.Engine.Decoding.Compression;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What pickles, compresses and undoes that: how long the result is, and what it was made of.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What was packed, by what it was packed into.</summary>
    private readonly Dictionary<HeapObject, Value> _packed = [];

    /// <summary>What decompressing or loading gives, when it was packed in the same run: the original's size, or a copy.</summary>
    private Value Unpack(Value packed, Word word, SyntaxNode node)
    {
        if (packed.Reference is not { } bytes || !_packed.TryGetValue(bytes, out var original))
        {
            return word == Word.Kept ? Value.Of(_heap.AllocateBytes(node, _frame.Context, Quantity.SomeLength)) : Value.Unknown;
        }

        return word == Word.DeepKept ? DeepCopy(original, node)
            : BytesLength(original) is { } length ? NewUnpacked(length, node)
            : original;
    }

    /// <summary>What comes out of a decompressor stands in blocks before it is put together.</summary>
    private Value NewUnpacked(Quantity length, SyntaxNode node)
    {
        var blocks = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context);
        _heap.SetMeta(blocks, Meta.Bytes, new Quantity(BufferSizes.Blocks(length.Low), length.HasFiniteHigh ? BufferSizes.Blocks(length.High) : length.High));
        KeepAlive(Value.Of(blocks));
        return Value.Of(_heap.AllocateBytes(node, _frame.Context, length));
    }

    private Value PickledBytes(Value value, SyntaxNode node)
    {
        const int Frame = 24;
        var pickled = _heap.AllocateBytes(node, _frame.Context, PrintedLength(value, node) + Frame);
        _packed[pickled] = value;
        return Value.Of(pickled);
    }

    private Value CompressedBytes(Value data, SyntaxNode node)
    {
        const int Share = 12;
        const int ShareOfZeros = 1_000;
        const int Header = 16;
        const int BytesPerStep = 16;
        var length = LengthIn(data);
        if (data.Content is { } known)
        {
            _budget.Step(1 + (known.Length / BytesPerStep));
            length = Deflater.LengthOf(known);
        }
        else
        {
            var share = data.Reference?.Get(SlotKey.Attribute(ZerosSlot)).IsAbsent == false ? ShareOfZeros : Share;
            length = new Quantity(length.Low / share, length.HasFiniteHigh ? length.High / share : length.High) + Header;
        }

        var packed = _heap.AllocateBytes(node, _frame.Context, length);
        _packed[packed] = data;
        return Value.Of(packed);
    }
}
