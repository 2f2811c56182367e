using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Characters and parts of str and bytes.</summary>
internal sealed partial class Evaluator
{
    private Value SubscriptOfText(Value container, Subscript subscript)
    {
        if (subscript.Index is Slice slice)
        {
            return PartOfText(container, slice, subscript);
        }

        var index = Evaluate(subscript.Index);
        if (!IsText(container))
        {
            return Value.OfInt(new Quantity(0, 255));
        }

        if (KnownText(container) is { } text && index is { Kind: ValueKind.Int, Number: { IsExact: true, Low: var at } })
        {
            at = at < 0 ? at + text.Length : at;
            return at >= 0 && at < text.Length && !char.IsSurrogate(text[(int)at]) ? Value.OfText(text[(int)at].ToString()) : Value.Unknown;
        }

        var kind = TextOf(container).Kind;

        // CPython keeps the strings of one Latin-1 character for ever.
        return kind is StringKind.Ascii or StringKind.Latin1 ? Value.OfSharedText(Quantity.One) : NewStr(Quantity.One, kind, text: null, subscript);
    }

    private Value PartOfText(Value container, Slice slice, Subscript subscript)
    {
        var (lower, upper, step) = EvaluateBounds(slice);
        var count = CountItems(container).Count;
        var length = LengthOfSlice(count, lower, upper, step);
        if (length == count && count.IsExact && step.IsAbsent)
        {
            return container;
        }

        if (!IsText(container))
        {
            return Value.Of(_heap.AllocateBytes(subscript, _frame.Context, length));
        }

        if (KnownText(container) is { } text && step.IsAbsent && length.IsExact && FirstOf(lower, count) is { IsExact: true, Low: var first }
            && first + length.Low <= text.Length && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return NewText(text.Substring((int)first, (int)length.Low), subscript);
        }

        return NewStr(length, TextOf(container).Kind, text: null, subscript);
    }

    private static Quantity FirstOf(Value lower, Quantity count) =>
        lower.IsAbsent ? Quantity.Zero : lower.Kind == ValueKind.Int ? Normalize(lower.Number, count) : Quantity.SomeLength;

    /// <summary><c>chr(code)</c>: CPython keeps the strings of one Latin-1 character for ever.</summary>
    private Value CharacterOf(Value code, SyntaxNode node) =>
        code is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= byte.MaxValue } known }
            ? Value.OfText(((char)known.Low).ToString())
            : NewStr(Quantity.One, StringKind.Ascii, text: null, node);

    private static Value CodeOf(Value character) =>
        KnownText(character) is [var known] ? Value.OfInt(known)
        : BytesLength(character) is not null ? Value.OfInt(new Quantity(0, byte.MaxValue))
        : Value.OfInt(new Quantity(0, 0x10FFFF));
}
