using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
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

        var index = EvaluateIndex(subscript);
        if (!IsText(container))
        {
            return container.Content is { } bytes && index is { Kind: ValueKind.Int, Number: { IsExact: true, Low: var place } } ? ByteAt(bytes, place, subscript) : Value.OfInt(new Quantity(0, 255));
        }

        if (KnownText(container) is { } text && index is { Kind: ValueKind.Int or ValueKind.Bool, Number: { IsExact: true, Low: var at } })
        {
            return CharacterAt(text, at, subscript);
        }

        var kind = TextOf(container).Kind;

        // CPython keeps the strings of one Latin-1 character for ever.
        return kind is StringKind.Ascii or StringKind.Latin1 ? Value.OfSharedText(Quantity.One) : NewStr(Quantity.One, kind, text: null, subscript);
    }

    private Value ByteAt(byte[] bytes, long at, SyntaxNode node)
    {
        at = at < 0 ? at + bytes.Length : at;
        return !IsPrecise ? Value.OfInt(new Quantity(0, 255))
            : at >= 0 && at < bytes.Length ? Value.OfInt(bytes[at])
            : RaiseNew("IndexError", Value.OfText("index out of range"), node);
    }

    /// <summary>Texts that were looked at lately, of which each unit is a character: loops go through few at a time.</summary>
    private readonly string?[] _ofUnits = new string?[8];

    private int _nextOfUnits;

    private bool IsOfUnits(string text)
    {
        foreach (var known in _ofUnits)
        {
            if (ReferenceEquals(known, text))
            {
                return true;
            }
        }

        _budget.Step(text.Length / LengthPerStep);
        if (!Points.AreUnits(text))
        {
            return false;
        }

        _ofUnits[_nextOfUnits] = text;
        _nextOfUnits = (_nextOfUnits + 1) % _ofUnits.Length;
        return true;
    }

    private Value CharacterAt(string text, long at, SyntaxNode node)
    {
        if (at >= 0 && at < text.Length && IsOfUnits(text))
        {
            return text[(int)at] <= byte.MaxValue ? Value.OfText(text[(int)at].ToString()) : NewText(text[(int)at].ToString(), node);
        }

        var length = StringSizes.LengthOf(text);
        at = at < 0 ? at + length : at;
        if (at < 0 || at >= length)
        {
            return IsPrecise ? RaiseNew("IndexError", Value.OfText("string index out of range"), node) : Value.Unknown;
        }

        var unit = Points.ToUnit(text, (int)at);
        var character = text.Substring(unit, Points.WidthAt(text, unit));
        return character[0] <= byte.MaxValue ? Value.OfText(character) : NewText(character, node);
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

        if (IsPrecise && TrySlice(container, lower, upper, step, subscript) is { } part)
        {
            return part;
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

        var some = NewStr(length, TextOf(container).Kind, text: null, subscript);
        NamePart(container, some, lower, count, step);
        return some;
    }

    private Value? TrySlice(Value container, Value lower, Value upper, Value step, SyntaxNode node)
    {
        var whole = Lift(container);
        var length = whole switch
        {
            string text => Points.Count(text),
            byte[] bytes => bytes.Length,
            _ => -1,
        };
        if (length < 0 || !TryBound(lower, out var start) || !TryBound(upper, out var stop) || !TryBound(step, out var by) || Slicing.Resolve(start, stop, by, length) is not { } slice)
        {
            _lifted.Clear();
            return null;
        }

        return Lower(slice.Step == 1 && slice.Count == length ? whole : TakePart(whole, slice), node);
    }

    private static object? TakePart(object? whole, (int Start, int Count, int Step) slice) => whole switch
    {
        string text => Slicing.Take(text, slice.Start, slice.Count, slice.Step),
        byte[] bytes => BytesMethods.Take(bytes, slice.Start, slice.Count, slice.Step),
        _ => null,
    };

    private bool TryBound(Value bound, out object? value)
    {
        value = bound.IsAbsent ? KnownNone.Instance : Lift(bound);
        return value is not null;
    }

    private static Quantity FirstOf(Value lower, Quantity count) =>
        lower.IsAbsent ? Quantity.Zero : lower.Kind == ValueKind.Int ? Normalize(lower.Number, count) : Quantity.SomeLength;

    /// <summary><c>chr(code)</c>: CPython keeps the strings of one Latin-1 character for ever.</summary>
    private Value CharacterOf(Value code, SyntaxNode node) =>
        code is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= byte.MaxValue } known }
            ? Value.OfText(((char)known.Low).ToString())
            : NewStr(Quantity.One, StringKind.Ascii, text: null, node);

    private Value JoinPath(CallArguments parts, SyntaxNode node)
    {
        var length = Quantity.Zero;
        foreach (var part in parts.Positional)
        {
            length += TextOf(part).Length + Quantity.One;
        }

        return NewStr((length - Quantity.One).AtLeastZero(), StringKind.Ascii, text: null, node);
    }

    private static Value CodeOf(Value character) =>
        KnownText(character) is [var known] ? Value.OfInt(known)
        : BytesLength(character) is not null ? Value.OfInt(new Quantity(0, byte.MaxValue))
        : Value.OfInt(new Quantity(0, 0x10FFFF));
}
