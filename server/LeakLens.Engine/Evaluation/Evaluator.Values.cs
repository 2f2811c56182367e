using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Making values, and reading what is known of them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Characters of a sign, seventeen digits and a point.</summary>
    private const int LongestFloat = 18;

    /// <summary>Characters up to which the content of a string is remembered in a loop that is leapt over: those of a name or a line.</summary>
    private const int LongestKnownText = 80;

    private static bool IsText(Value value) => value.Kind == ValueKind.Text || value.Reference is { Kind: ObjectKind.Str };

    private static string? KnownText(Value value) => value.Text ?? value.Reference?.Text;

    /// <summary>An int; numbers outside CPython's cache are objects of their own.</summary>
    /// <param name="payload">What it is besides its number.</param>
    private Value NewInt(Quantity number, SyntaxNode node, object? payload = null)
    {
        if (number.IsExact)
        {
            DecideCached(number.Low, node);
            if (ScalarSizes.IsCachedInt(number.Low))
            {
                return Value.OfInt(number);
            }
        }

        return number.Low >= ScalarSizes.SmallestCachedInt && number.High <= ScalarSizes.LargestCachedInt
            ? Value.OfInt(number)
            : Value.OfInt(number, _heap.Allocate(ObjectKind.Int, node, _frame.Context, payload));
    }

    /// <summary>An int that counts something, as len, enumerate and itertools.count make it: of its digits, and so without the room of a second one.</summary>
    private Value NewCount(Quantity number, SyntaxNode node) => NewInt(number, node, number.High < ObjectBytes.LeastOfTwoDigits && number.Low > -ObjectBytes.LeastOfTwoDigits ? ObjectBytes.OneDigit : null);

    /// <summary>The number of objects that ints cost goes on evenly until they leave the cache.</summary>
    private void DecideCached(long number, SyntaxNode node)
    {
        const int InCacheUp = 5;
        const int InCacheDown = 6;
        const int AboveCache = 7;
        const int BelowCache = 8;
        if (number > ScalarSizes.LargestCachedInt)
        {
            Decide(node, AboveCache, number - ScalarSizes.LargestCachedInt - 1);
        }
        else if (number < ScalarSizes.SmallestCachedInt)
        {
            Decide(node, BelowCache, ScalarSizes.SmallestCachedInt - 1 - number);
        }
        else
        {
            Decide(node, InCacheUp, ScalarSizes.LargestCachedInt - number);
            Decide(node, InCacheDown, number - ScalarSizes.SmallestCachedInt);
        }
    }

    private Value NewStr(Quantity length, StringKind kind, string? text, SyntaxNode node) =>
        length == Quantity.Zero
            ? Value.OfText(string.Empty)
            : Value.Of(_heap.AllocateStr(node, _frame.Context, length, kind, text));

    private HeapObject NewTuple(IReadOnlyList<Value> items, SyntaxNode node)
    {
        var tuple = _heap.Allocate(ObjectKind.Tuple, node, _frame.Context);
        tuple.Reserve(items.Count + 1);
        _heap.NoteCopied(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            _heap.Set(tuple, SlotKey.Item(i), items[i]);
        }

        _heap.SetMeta(tuple, Meta.Length, items.Count);
        return tuple;
    }

    /// <summary>Length, kind and, when short, the characters of a str; for anything else what is known of nothing.</summary>
    private static (Quantity Length, StringKind Kind, string? Text) TextOf(Value value)
    {
        if (value.Text is { } text)
        {
            return (value.Number, StringSizes.KindOf(text), text.Length <= KnownLimits.LongestText ? text : null);
        }

        if (value.Kind == ValueKind.Text)
        {
            return (value.Number, StringKind.Ascii, null);
        }

        if (value.Reference is { Kind: ObjectKind.Str, IsSummary: true } many)
        {
            return (AverageLength(many), many.StringKind, null);
        }

        return value.Reference is { Kind: ObjectKind.Str, IsSummary: false } str
            ? (str.LeafLength, str.StringKind, str.Text)
            : (Quantity.SomeLength, StringKind.Ascii, null);
    }

    /// <summary>One of many texts is about as long as they are on the average.</summary>
    private static Quantity AverageLength(HeapObject texts)
    {
        var count = texts.GetMeta(Meta.Count);
        var characters = CharactersOf(texts);
        return count is { IsExact: true, Low: > 0 } && characters.IsExact && characters.HasFiniteHigh
            ? new Quantity(characters.Low / count.Low, (characters.Low + count.Low - 1) / count.Low)
            : Quantity.SomeLength;
    }

    /// <summary><c>str(value)</c>, or <c>repr(value)</c>.</summary>
    private Value Stringify(Value value, SyntaxNode node, bool isRepr)
    {
        if (IsPrecise && (isRepr || !IsText(value)) && Lift(value) is { } lifted && Lower(isRepr ? Representation.Repr(lifted) : Representation.Str(lifted), node) is { } printed)
        {
            return printed;
        }

        _lifted.Clear();
        if (IsExact && StringifyExactly(value, isRepr, node) is { } shown)
        {
            return shown;
        }

        switch (value.Kind)
        {
            case ValueKind.Int when value.Number.IsExact:
                DecideDigits(value.Number.Low, node);
                var digits = value.Number.Low.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return NewStr(digits.Length, StringKind.Ascii, digits, node);
            case ValueKind.Int when value.Number.HasFiniteHigh && value.Number.Low >= 0:
                return NewStr(new Quantity(Digits(value.Number.Low), Digits(value.Number.High)), StringKind.Ascii, text: null, node);
            case ValueKind.Float when value.Reference is null && value.FloatValue == Math.Floor(value.FloatValue) && Math.Abs(value.FloatValue) < 1e15:
                return NewText(((long)value.FloatValue).ToString(System.Globalization.CultureInfo.InvariantCulture) + ".0", node);
            case ValueKind.Float:
                // The shortest digits that give the number back: at most 17, and mostly that many after arithmetic.
                return NewStr(new Quantity(3, LongestFloat), StringKind.Ascii, text: null, node);
            case ValueKind.Bool when value.Number.IsExact:
                return Value.OfText(value.Number == Quantity.One ? "True" : "False");
            case ValueKind.Bool:
                return NewStr(new Quantity(4, 5), StringKind.Ascii, text: null, node);
            case ValueKind.None:
                return Value.OfText("None");
            case ValueKind.Text or ValueKind.Object when IsText(value):
                var (length, kind, _) = TextOf(value);
                return isRepr ? NewStr(length + 2, kind, text: null, node) : value;
            case ValueKind.Object when !isRepr && value.Reference is { } exception && IsException(exception):
                return StringifyException(exception, node);
            case ValueKind.Object when value.Reference is { Kind: ObjectKind.Opaque, Payload: Library.TypeModel type } && type.FindMethod("__str__") is { } printer:
                return RunModel(printer, value, CallArguments.None, node);
            case ValueKind.Object when value.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict }:
                return NewStr(PrintedLength(value, node), StringKind.Ascii, text: null, node);
            default:
                return NewStr(Quantity.SomeLength, StringKind.Ascii, text: null, node);
        }
    }

    /// <summary><c>str(i)</c> keeps its length until i gains or loses a digit.</summary>
    private void DecideDigits(long number, SyntaxNode node)
    {
        const int MoreDigits = Loops.GuardKey.FirstOfDigits;
        const int FewerDigits = 10;
        if (number < 0)
        {
            return;
        }

        var top = 10L;
        while (top <= number && top < long.MaxValue / 10)
        {
            top *= 10;
        }

        Decide(node, MoreDigits + (100 * Digits(number)), top - 1 - number);
        Decide(node, FewerDigits + (100 * Digits(number)), top == 10 ? number : number - (top / 10));
    }

    private static int Digits(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    private Value Repeat(Value value, Quantity times, SyntaxNode node)
    {
        times = times.AtLeastZero();
        if (IsText(value))
        {
            var (length, kind, _) = TextOf(value);
            return times == Quantity.One ? value : NewStr(length * times, kind, text: null, node);
        }

        if (BytesLength(value) is { } bytes)
        {
            return times == Quantity.One ? value : Value.Of(_heap.AllocateBytes(node, _frame.Context, bytes * times));
        }

        if (value.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.ByteArray } sequence)
        {
            return Value.Unknown;
        }

        if (IsExact && sequence.Kind != ObjectKind.ByteArray && RepeatExactly(sequence, value, times, node) is { } exact)
        {
            return Value.Of(exact);
        }

        var repeated = _heap.AllocateAt(sequence, node, _frame.Context);
        CopyAttributes(sequence, repeated);
        var total = sequence.GetMeta(Meta.Length) * times;
        SetTable(repeated, total, total);
        CopyElements(sequence, repeated, times);
        if (BytesIn(sequence) is { } pattern && total is { IsExact: true, Low: <= LongestByteArray })
        {
            var all = new byte[total.Low];
            for (var i = 0; i < all.Length && pattern.Count > 0; i += pattern.Count)
            {
                pattern.CopyTo(all, i);
            }

            Know(repeated, all);
        }

        return Value.Of(repeated);
    }

    private static Quantity? BytesLength(Value value) => value.Kind == ValueKind.ByteText
        ? value.Number
        : value.Reference is { Kind: ObjectKind.Bytes, IsSummary: false } bytes ? bytes.LeafLength : null;

    private Value Concatenate(Value left, Value right, SyntaxNode node)
    {
        if (IsText(left) || IsText(right))
        {
            var (length, kind, text) = TextOf(left);
            var (otherLength, otherKind, otherText) = TextOf(right);
            var known = text is not null && otherText is not null && text.Length + otherText.Length <= Math.Min(LongestText, LongestConcatenation);
            return NameJoined(NewStr(length + otherLength, kind > otherKind ? kind : otherKind, known ? Keep(text + otherText, LongestText) : null, node), left, right);
        }

        if (BytesLength(left) is { } bytes)
        {
            return Value.Of(_heap.AllocateBytes(node, _frame.Context, bytes + (BytesLength(right) ?? Quantity.SomeLength)));
        }

        if (left.Reference is { Kind: ObjectKind.ByteArray } array)
        {
            return JoinBytes(array, right, node);
        }

        if (left.Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple })
        {
            return Value.Unknown;
        }

        return CopyOf(left, right, node);
    }

    /// <summary>What a library keeps with an object goes over to its copy.</summary>
    private void CopyAttributes(HeapObject from, HeapObject to)
    {
        for (var i = 0; from.Payload is Library.TypeModel && i < from.Slots.Length; i++)
        {
            var slot = from.Slots[i];
            if (slot.Key.Kind == SlotKind.Attribute && slot.Value.Reference is not { Kind: ObjectKind.Growth })
            {
                _heap.Set(to, slot.Key, slot.Value);
            }
        }
    }

    /// <summary>A new container with the elements of both.</summary>
    private Value CopyOf(Value left, Value right, SyntaxNode node)
    {
        if (left.Reference is not { } source)
        {
            return Value.Unknown;
        }

        if (IsExact && CopyExactly(source, left, right, node) is { } exact)
        {
            return Value.Of(exact);
        }

        var copy = _heap.Allocate(source.Kind, node, _frame.Context);
        var length = CountItems(left).Count + (right.IsAbsent ? Quantity.Zero : CountItems(right).Count);
        SetTable(copy, length, length);
        CopyElements(source, copy, Quantity.One, keepsOrder: right.IsAbsent);
        if (right.Reference is { } other)
        {
            CopyElements(other, copy, Quantity.One, keepsOrder: true);
        }

        return Value.Of(copy);
    }

    private void CopyElements(HeapObject from, HeapObject to, Quantity times, bool keepsOrder = false)
    {
        keepsOrder &= to.Kind == ObjectKind.List && from.Kind is ObjectKind.List or ObjectKind.Tuple;
        for (var i = 0; i < from.Slots.Length; i++)
        {
            var slot = from.Slots[i];
            if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held)
            {
                AddReference(to, held.Resolve(), slot.Value.Number * times);
            }
            else if (slot.Key.Kind is SlotKind.Item or SlotKind.Key or SlotKind.RecentKeyObject || (slot.Key.Kind == SlotKind.Recent && !keepsOrder))
            {
                Hold(to, slot.Value, times);
            }
        }

        if (keepsOrder)
        {
            CopyRecent(from, to);
        }
    }
}
