using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Methods of str and bytes: on short known texts they are computed, otherwise the length of the result is bounded.</summary>
internal sealed partial class Evaluator
{
    private const int MostKnownPieces = 32;

    private Value CallTextMethod(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        var (length, kind, text) = TextOf(receiver);

        // The characters of a constant are all known, however many.
        text ??= receiver.Text;
        _budget.Step(1 + ((text?.Length ?? 0) / LengthPerStep));
        if (text is not null && ComputeKnown(receiver, text, name, arguments, node) is { } known)
        {
            return known;
        }

        switch (name)
        {
            case "upper" or "lower" or "title" or "swapcase" or "capitalize" or "casefold" when IsText(receiver):
                return NewStr(length, kind, text: null, node);
            case "strip" or "lstrip" or "rstrip" or "removeprefix" or "removesuffix" when IsText(receiver):
                return NewStr(new Quantity(0, length.High), kind, text: null, node);
            case "ljust" or "rjust" or "center" or "zfill" when IsText(receiver) && arguments[0].Kind == ValueKind.Int:
                return arguments[0].Number.High <= length.Low ? receiver : NewStr(Quantity.Max(length, arguments[0].Number), kind, text: null, node);
            case "encode":
                return Value.Of(_heap.AllocateBytes(node, _frame.Context, EncodedLength(length, kind, arguments)));
            case "decode":
                return NewStr(BytesLength(receiver) ?? Quantity.SomeLength, StringKind.Ascii, text: null, node);
            case "join":
                return Join(receiver, arguments[0], node);
            case "format" when IsExact && text is not null && !arguments.HasUnknownMore && FormatBraces(text, arguments, node) is { } filled:
                return filled;
            case "format" or "replace" or "expandtabs" or "translate" or "hex":
                return NewStr(Quantity.SomeLength, kind, text: null, node);
            case "split" or "rsplit" or "splitlines" or "partition" or "rpartition":
                return NewPieces(node);
            case "find" or "rfind" or "index" or "rindex" or "count":
                return Value.OfInt(new Quantity(-1, length.High));
            case "startswith" or "endswith" or "isdigit" or "isalpha" or "isalnum" or "isspace" or "isupper" or "islower" or "isidentifier" or "isnumeric":
                return Value.AnyBool;
            default:
                return Value.Unknown;
        }
    }

    private Value? ComputeKnown(Value receiver, string text, string name, CallArguments arguments, SyntaxNode node)
    {
        var argument = arguments.Positional.Count > 0 ? KnownText(arguments[0]) : null;
        switch (name)
        {
            case "upper" when Ascii.IsValid(text):
                return NewText(text.ToUpperInvariant(), node);
            case "lower" or "casefold" when Ascii.IsValid(text):
                return NewText(text.ToLowerInvariant(), node);
            case "strip" when arguments.Positional.Count == 0:
                return NewText(text.Trim(), node);
            case "startswith" when argument is not null:
                return Value.OfBool(DecideStart(text, argument, node));
            case "endswith" when argument is not null:
                return Value.OfBool(DecideEnd(text, argument, node));
            case "split" when argument is { Length: > 0 } && arguments.Positional.Count == 1:
                return Pieces(text.Split(argument), node);
            case "split" when arguments.Positional.Count == 0:
                return Pieces(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), node);
            case "replace" when argument is { Length: > 0 } && KnownText(arguments[1]) is { } replacement && arguments.Positional.Count == 2:
                return Replaced(text, argument, replacement, receiver, node);
            case "partition" when argument is { Length: > 0 }:
                return Partition(text, text.IndexOf(argument, StringComparison.Ordinal), argument, node);
            case "rpartition" when argument is { Length: > 0 }:
                return Partition(text, text.LastIndexOf(argument, StringComparison.Ordinal), argument, node);
            case "removeprefix" when argument is not null:
                return NewText(DecideStart(text, argument, node) ? text[argument.Length..] : text, node);
            case "zfill" when arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= LongestKnownText } width }:
                return NewText(text.PadLeft((int)width.Low, '0'), node);
            default:
                return null;
        }
    }

    /// <summary>Where there is nothing to replace CPython returns the string itself.</summary>
    private Value Replaced(string text, string old, string replacement, Value receiver, SyntaxNode node)
    {
        var growth = (long)text.AsSpan().Count(old) * (replacement.Length - old.Length);
        if (text.Length + growth > KnownLimits.LongestText)
        {
            return NewStr(text.Length + growth, StringSizes.KindOf(text) > StringSizes.KindOf(replacement) ? StringSizes.KindOf(text) : StringSizes.KindOf(replacement), text: null, node);
        }

        var replaced = text.Replace(old, replacement, StringComparison.Ordinal);
        var isSame = string.Equals(replaced, text, StringComparison.Ordinal);
        Decide(node, isSame ? No : Yes, Loops.GuardLog.Never);
        return isSame ? receiver : NewText(replaced, node);
    }

    private Value Partition(string text, int at, string separator, SyntaxNode node)
    {
        Decide(node, at >= 0 ? Yes : No, Loops.GuardLog.Never);
        Value[] parts = at < 0
            ? [NewText(text, node), Value.OfText(string.Empty), Value.OfText(string.Empty)]
            : [NewText(text[..at], node), Value.OfText(separator), NewText(text[(at + separator.Length)..], node)];
        return Value.Of(NewTuple(parts, node));
    }

    private Value NewText(string text, SyntaxNode node) =>
        NewStr(StringSizes.LengthOf(text), StringSizes.KindOf(text), Keep(text, LongestText), node);

    private bool DecideStart(string text, string prefix, SyntaxNode node)
    {
        var starts = text.StartsWith(prefix, StringComparison.Ordinal);
        var examined = text[..Math.Min(text.Length, prefix.Length)];
        DecideText(node, starts, HasDigit(examined) ? text : examined);
        return starts;
    }

    private bool DecideEnd(string text, string suffix, SyntaxNode node)
    {
        var ends = text.EndsWith(suffix, StringComparison.Ordinal);
        var examined = text[Math.Max(0, text.Length - suffix.Length)..];
        DecideText(node, ends, HasDigit(examined) ? text : examined);
        return ends;
    }

    private Value Pieces(string[] pieces, SyntaxNode node)
    {
        if (pieces.Length > MostKnownPieces)
        {
            return NewPieces(node);
        }

        var list = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        for (var i = 0; i < pieces.Length; i++)
        {
            _heap.Set(list, SlotKey.Item(i), NewText(pieces[i], node));
        }

        SetTable(list, pieces.Length, Math.Max(12, pieces.Length));
        return Value.Of(list);
    }

    private Value NewPieces(SyntaxNode node)
    {
        var pieces = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        _heap.SetMeta(pieces, Meta.Length, new Quantity(1, Quantity.FiniteUnknown));
        return Value.Of(pieces);
    }

    private static Quantity EncodedLength(Quantity length, StringKind kind, CallArguments arguments)
    {
        if (kind == StringKind.Ascii)
        {
            return length;
        }

        // One character of a wider kind takes up to four bytes in UTF-8, and mostly as many as here.
        var widest = arguments.Positional.Count > 0 ? 4 : kind switch
        {
            StringKind.Latin1 => 2,
            StringKind.Ucs2 => 3,
            _ => 4,
        };
        return new Quantity(length.Low, (length * widest).High);
    }

    /// <summary>The lengths of the pieces, and of the separators between them.</summary>
    private Value Join(Value separator, Value pieces, SyntaxNode node)
    {
        if (pieces.Reference is { Kind: ObjectKind.Iterator })
        {
            var drawn = _heap.Allocate(ObjectKind.List, node, _frame.Context);
            Extend(drawn, pieces, node);
            pieces = Value.Of(drawn);
            KeepAlive(pieces);
        }
        else if (pieces.Reference is { Kind: ObjectKind.Generator } generator)
        {
            var collected = _heap.Allocate(ObjectKind.List, node, _frame.Context);
            IterateInto(collected, node, Value.Of(generator), item => AddFrom(collected, item, node));
            pieces = Value.Of(collected);
            KeepAlive(pieces);
        }

        var list = pieces.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple or ObjectKind.Deque or ObjectKind.Set } known ? known : null;
        return BytesLength(separator) is { } gap ? JoinBytes(gap, list, node) : JoinText(separator, list, node);
    }

    private Value JoinBytes(Quantity separator, HeapObject? list, SyntaxNode node)
    {
        if (list is null)
        {
            return Value.Of(_heap.AllocateBytes(node, _frame.Context, Quantity.SomeLength));
        }

        var length = separator * (list.GetMeta(Meta.Length) - Quantity.One).AtLeastZero();
        var unpacked = Quantity.Zero;
        foreach (var slot in list.Slots)
        {
            if (slot.Key.Kind is SlotKind.Item or SlotKind.Recent && !slot.Value.IsAbsent)
            {
                length += LengthIn(slot.Value);
                unpacked += slot.Value.Reference is { } piece && _packed.TryGetValue(piece, out var original) ? LengthIn(original) : Quantity.Zero;
            }
            else if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held && held.Resolve() is { Kind: ObjectKind.Bytes } bytes)
            {
                length += bytes.IsSummary ? ShareOf(ContentOf(bytes, StringSizes.Bytes(2) - 2), slot.Value.Number, bytes.GetMeta(Meta.Count)) : bytes.LeafLength * slot.Value.Number;
            }
        }

        var joined = _heap.AllocateBytes(node, _frame.Context, length);
        if (unpacked.High > 0)
        {
            // What was compressed piece by piece is decompressed as one.
            _packed[joined] = Value.Of(_heap.AllocateBytes(node, _frame.Context, unpacked));
        }

        return Value.Of(joined);
    }

    private Value JoinText(Value separator, HeapObject? list, SyntaxNode node)
    {
        var (length, kind, text) = TextOf(separator);
        if (list is null)
        {
            return NewStr(Quantity.SomeLength, kind, text: null, node);
        }

        var pieces = Value.Of(list);
        if (IsPrecise && text is not null && KnownFunctions.Find("str.join") is { } known && TryKnown(known, Value.OfText(text), new CallArguments([pieces], []), node) is { } joined)
        {
            return joined;
        }

        var builder = new TextBuilder(LongestText);
        var count = list.GetMeta(Meta.Length);
        var seen = Quantity.Zero;
        foreach (var slot in list.Slots)
        {
            AppendPiece(builder, slot);
            seen += slot.Key.Kind == SlotKind.Group ? slot.Value.Number : slot.Key.Kind is SlotKind.Item or SlotKind.Recent && !slot.Value.IsAbsent ? Quantity.One : Quantity.Zero;
        }

        // What is no object of its own is a text that CPython keeps: of one character, mostly.
        builder.AppendUnknown((count - seen).AtLeastZero(), kind);
        builder.AppendUnknown(length * (count - Quantity.One).AtLeastZero(), kind);
        return NewStr(builder.Length, builder.Kind, text: null, node);
    }

    private static void AppendPiece(TextBuilder builder, Slot slot)
    {
        if (slot.Key.Kind is SlotKind.Item or SlotKind.Recent && !slot.Value.IsAbsent)
        {
            var (length, kind, _) = TextOf(slot.Value);
            builder.AppendUnknown(length, kind);
        }
        else if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held && held.Resolve() is { Kind: ObjectKind.Str } str)
        {
            builder.AppendUnknown(str.IsSummary ? ShareOf(CharactersOf(str), slot.Value.Number, str.GetMeta(Meta.Count)) : str.LeafLength * slot.Value.Number, str.StringKind);
        }
    }

    /// <summary>As many characters as so many of <paramref name="count"/> strings have.</summary>
    private static Quantity ShareOf(Quantity characters, Quantity references, Quantity count) => references == count || count.High <= 0
        ? characters
        : new(
            (long)((double)characters.Low * Math.Max(0, references.Low) / count.High),
            characters.HasFiniteHigh && references.HasFiniteHigh && count.HasFiniteHigh ? (long)Math.Ceiling((double)characters.High * references.High / Math.Max(1, count.Low)) : Quantity.FiniteUnknown);

    /// <summary>Of all strings that a summary stands for: their bytes without the headers.</summary>
    private static Quantity CharactersOf(HeapObject summary) => ContentOf(summary, StringSizes.Str(2, summary.StringKind) - 2);

    /// <summary>Of all texts or bytes that a summary stands for: what they take without their headers.</summary>
    private static Quantity ContentOf(HeapObject summary, long header) => (summary.GetMeta(Meta.Bytes) - (summary.GetMeta(Meta.Count) * header)).AtLeastZero();
}
