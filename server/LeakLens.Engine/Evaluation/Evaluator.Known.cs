using System.Numerics;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Known.Dates;
using LeakLens.Engine.Known.Numbers;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Operations whose operands are all known: the result is what CPython gives. Only where nothing is leapt over; inside a loop that
/// is, each operation must say when it will go another way, and the other parts of the evaluator do.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Above this a <see cref="Quantity"/> only says that arithmetic was saturated.</summary>
    private const long LargestInt = (1L << 61) - 1;

    private const int LengthPerStep = 64;

    private readonly Dictionary<object, Value> _lifted = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is done with known values besides the steps that were counted already.</summary>
    private readonly WorkMeter _work = new();

    /// <summary>Texts that are put together piece by piece are known up to so many characters: each step copies them all.</summary>
    private const int LongestConcatenation = 4096;

    /// <summary>The latest long text that was made by repeating another.</summary>
    private (object? First, object? Second, object? Result) _product;

    /// <summary>Characters of all texts longer than a line that are kept in one analysis; in the exact run, of those that are alive.</summary>
    private const int RoomForTexts = 1 << 25;

    private int _roomForTexts = RoomForTexts;

    /// <summary>The program asked for a context of <c>decimal</c>: how many digits a result has, and how it is rounded, is not known any more.</summary>
    private bool _hasOwnDecimals;

    private bool IsPrecise => _heap.IsExact || _loop is null;

    private int LongestText => IsPrecise ? KnownLimits.LongestText : LongestKnownText;

    /// <summary>A text as far as it is remembered.</summary>
    private string? Keep(string text, int longest)
    {
        if (text.Length <= LongestKnownText)
        {
            return text;
        }

        _budget.Step(text.Length / LengthPerStep);
        _roomForTexts -= text.Length <= longest ? text.Length : 0;
        return text.Length <= longest && _roomForTexts > 0 ? text : null;
    }

    /// <summary>So many bytes more are to be remembered; false when there is no room left for them.</summary>
    private bool TakeRoom(long bytes)
    {
        if (bytes <= LongestKnownText)
        {
            return true;
        }

        _budget.Step((int)Math.Min(bytes / LengthPerStep, int.MaxValue));
        _roomForTexts -= (int)Math.Min(bytes / sizeof(char), RoomForTexts);
        return _roomForTexts > 0;
    }

    /// <summary>A new bytes, of which the content is remembered as far as there is room.</summary>
    private HeapObject NewContent(byte[] content, SyntaxNode node) =>
        _heap.AllocateBytes(node, _frame.Context, content.Length, TakeRoom(content.Length) ? content : null);

    private Value? TryFormat(Value value, string specification, SyntaxNode node)
    {
        if (IsPrecise && Lift(value) is { } lifted && NumberFormat.Format(lifted, specification) is { } text)
        {
            return Lower(text, node);
        }

        _lifted.Clear();
        return null;
    }

    private Value StringifyAscii(Value value, SyntaxNode node)
    {
        if (IsPrecise && Lift(value) is { } lifted && Representation.Ascii(lifted) is { } text)
        {
            return Lower(text, node) ?? Value.Unknown;
        }

        return Stringify(value, node, isRepr: true);
    }

    /// <param name="isJson">The function writes JSON.</param>
    private Value? TryKnown(KnownFunction function, Value self, CallArguments arguments, SyntaxNode node, bool isJson = false)
    {
        if (arguments.HasUnknownMore || Lift(arguments, self, isJson) is not { } call)
        {
            _lifted.Clear();
            return null;
        }

        return Lower(Run(function, call), node);
    }

    /// <summary>Calls a function on known values, and takes the steps that its work is worth.</summary>
    private object? Run(KnownFunction function, KnownCall call)
    {
        var result = function(call);
        _budget.Step(_work.Take());
        return result;
    }

    private KnownCall? Lift(CallArguments arguments, Value self, bool isJson = false)
    {
        var receiver = self.IsAbsent ? null : LiftToLookAt(self, isJson);
        if (receiver is null != self.IsAbsent)
        {
            return null;
        }

        var positional = new object[arguments.Positional.Count];
        for (var i = 0; i < positional.Length; i++)
        {
            if (LiftToLookAt(arguments.Positional[i], isJson) is not { } value)
            {
                return null;
            }

            positional[i] = value;
        }

        var named = new (string, object)[arguments.Named.Count];
        for (var i = 0; i < named.Length; i++)
        {
            if (LiftToLookAt(arguments.Named[i].Value, isJson) is not { } value)
            {
                return null;
            }

            named[i] = (arguments.Named[i].Name, value);
        }

        return new KnownCall(receiver, positional, named, _work);
    }

    private Value? TryOperate(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (!IsPrecise || KnownOperators.Of(operation) is not { } known || LiftToLookAt(left) is not { } first || LiftToLookAt(right) is not { } second)
        {
            _lifted.Clear();
            return null;
        }

        _budget.Step(_work.Take());

        var result = known == KnownOperator.Multiply ? Multiply(first, second) : KnownOperators.Apply(known, first, second);
        return Lower(result, node);
    }

    /// <summary>A loop that makes the same long text on every trip makes it once here: all of its values then share one.</summary>
    private object? Multiply(object first, object second)
    {
        if (_product.Result is { } made && ReferenceEquals(_product.First, first) && _product.Second is { } times && times.Equals(second))
        {
            return made;
        }

        var result = KnownOperators.Apply(KnownOperator.Multiply, first, second);
        _product = first is string && result is string { Length: > LongestKnownText } ? (first, second, result) : default;
        return result;
    }

    private bool? TryCompareKnown(CompareOperator operation, Value left, Value right)
    {
        if (!IsPrecise || operation > CompareOperator.GtE || LiftToLookAt(left) is not { } first || LiftToLookAt(right) is not { } second)
        {
            _lifted.Clear();
            return null;
        }

        _budget.Step(_work.Take());

        _lifted.Clear();
        return operation switch
        {
            CompareOperator.Eq => KnownComparison.AreEqual(first, second),
            CompareOperator.NotEq => !KnownComparison.AreEqual(first, second),
            _ => KnownComparison.Compare(first, second) is not { } order ? KnownComparison.IsNumber(first) && KnownComparison.IsNumber(second) ? false : null : operation switch
            {
                CompareOperator.Lt => order < 0,
                CompareOperator.LtE => order <= 0,
                CompareOperator.Gt => order > 0,
                _ => order >= 0,
            },
        };
    }

    /// <summary>As <see cref="Lift(Value, bool, int)"/>, for an operation that looks at all of the value.</summary>
    private object? LiftToLookAt(Value value, bool isJson = false)
    {
        var lifted = Lift(value, isJson);
        _work.Add(LengthOf(lifted));
        return lifted;
    }

    /// <summary>Characters and bytes of all that a known value is made of.</summary>
    private static long LengthOf(object? lifted)
    {
        switch (lifted)
        {
            case string text:
                return text.Length;
            case byte[] bytes:
                return bytes.Length;
            case BigInteger whole:
                return whole.GetByteCount();
            case KnownSequence sequence:
                var length = 0L;
                foreach (var item in sequence.Items)
                {
                    length += LengthOf(item);
                }

                return length;
            default:
                return 0;
        }
    }

    /// <summary>The value itself; null when it is not all known. What it is lifted from is noted, as a result may be the very same object.</summary>
    private object? Lift(Value value, bool isJson = false, int depth = 0)
    {
        object? lifted = value.Kind switch
        {
            ValueKind.None => KnownNone.Instance,
            ValueKind.Bool when value.Number.IsExact => value.Number.Low != 0,
            ValueKind.Int when value.Number.IsExact && Math.Abs(value.Number.Low) <= LargestInt => new BigInteger(value.Number.Low),
            ValueKind.Int => value.LargeInt,
            ValueKind.Float => value.FloatValue,
            ValueKind.Text or ValueKind.Object when KnownText(value) is { } text => text,
            ValueKind.ByteText or ValueKind.Object when value.Content is { } content => content,
            ValueKind.Object when value.Reference is { IsSummary: false, Known: KnownObject known } => _hasOwnDecimals && known is KnownDecimal ? null : known,
            ValueKind.Unknown when value.Reference is { Kind: ObjectKind.Float, Known: KnownTime time } => time,
            ValueKind.Object when value.Reference is { IsSummary: false } target && depth < KnownLimits.Deepest => LiftContainer(target, isJson, depth),
            _ => null,
        };
        if (lifted is not null)
        {
            _lifted[lifted] = value;
        }

        return lifted;
    }

    /// <param name="isJson">JSON writes a member of an enumeration of texts or numbers as the text or number.</param>
    private object? LiftContainer(HeapObject target, bool isJson, int depth) => target.Kind switch
    {
        ObjectKind.Instance when isJson && ClassOf(target) is { Payload: ClassValue { IsEnumOfValues: true } } =>
            Lift(target.Get(SlotKey.Attribute("value")), isJson, depth + 1),
        ObjectKind.List or ObjectKind.Tuple when target.Payload is null or HeapObject { Payload: null } => LiftItems(target, isJson, depth),
        ObjectKind.Dict when IsPlain(target) => LiftEntries(target, isJson, depth),
        _ => null,
    };

    private KnownSequence? LiftItems(HeapObject target, bool isJson, int depth)
    {
        if (target.GetMeta(Meta.Length) is not { IsExact: true, Low: <= KnownLimits.MostItems } length)
        {
            return null;
        }

        _budget.Step(1 + (int)(length.Low / LengthPerStep));
        var items = new object[length.Low];
        for (var i = 0; i < items.Length; i++)
        {
            if (KnownItem(target, i, items.Length) is not { IsAbsent: false } item || Lift(item, isJson, depth + 1) is not { } lifted)
            {
                return null;
            }

            items[i] = lifted;
        }

        return new KnownSequence(target.Kind == ObjectKind.Tuple, items);
    }

    private static Value KnownItem(HeapObject sequence, int index, long length)
    {
        var item = sequence.Get(SlotKey.Item(index));
        return item.IsAbsent && RecentCount(sequence) == length ? sequence.Get(SlotKey.Recent(index)) : item;
    }

    private KnownDict? LiftEntries(HeapObject target, bool isJson, int depth)
    {
        var entries = new List<(object, object)>();
        if (target.Contents is EntryContents contents)
        {
            return TryLiftAll(contents, entries, isJson, depth) ? new KnownDict(entries) : null;
        }

        foreach (var slot in target.Slots)
        {
            if (slot.Key.Kind != SlotKind.Key || slot.Value.IsAbsent)
            {
                continue;
            }

            object key = slot.Key.Name is string text ? text : new BigInteger(slot.Key.Number);
            if (Lift(slot.Value, isJson, depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add((key, value));
        }

        return target.GetMeta(Meta.Length) == entries.Count ? new KnownDict(entries) : null;
    }

    private bool TryLiftAll(EntryContents contents, List<(object Key, object Value)> into, bool isJson, int depth)
    {
        _budget.Step(1 + (contents.Count / LengthPerStep));
        for (var i = 0; i < contents.Count; i++)
        {
            var (key, value) = contents.At(i);
            if (i > KnownLimits.MostItems || Lift(key, isJson, depth + 1) is not { } first || Lift(value, isJson, depth + 1) is not { } second)
            {
                return false;
            }

            into.Add((first, second));
        }

        return true;
    }

    /// <summary>The value of a known result; null when there is none.</summary>
    private Value? Lower(object? result, SyntaxNode node)
    {
        if (result is KnownError error)
        {
            _lifted.Clear();
            return RaiseNew(error.Type, NewText(error.Message, node), node);
        }

        var value = result is null ? Value.Absent : LowerValue(result, node);
        _lifted.Clear();
        return value.IsAbsent ? null : value;
    }

    /// <summary>What is one object in the result becomes one object of the program.</summary>
    private Value LowerValue(object result, SyntaxNode node)
    {
        if (result is not string { Length: 0 } && _lifted.TryGetValue(result, out var same))
        {
            return same;
        }

        var made = LowerAnew(result, node);
        _lifted[result] = made;
        return made;
    }

    private Value LowerAnew(object result, SyntaxNode node)
    {
        return result switch
        {
            KnownNone => Value.None,
            bool truth => Value.OfBool(truth),
            BigInteger whole => BigInteger.Abs(whole) <= LargestInt ? NewInt((long)whole, node) : Value.OfInt(Quantity.AnyInteger, _heap.Allocate(ObjectKind.Int, node, _frame.Context, TakeRoom(whole.GetByteCount()) ? whole : null)),
            double number => Value.OfFloat(number, _heap.Allocate(ObjectKind.Float, node, _frame.Context)),
            string text => LowerText(text, node),
            byte[] bytes => Value.Of(NewContent(bytes, node)),
            KnownSequence sequence => LowerSequence(sequence, node),
            KnownDict dict => LowerDict(dict, node),
            KnownIterator iterator => Value.Of(MakeIterator(LowerSequence(iterator.Items, node), node)),
            KnownTime { IsObject: false } time => NewTime(time, node),
            KnownObject thing => LowerObject(thing, node),
            _ => Value.Absent,
        };
    }

    private Value LowerObject(KnownObject thing, SyntaxNode node)
    {
        if (Models.FindType(thing.Type) is not { } type)
        {
            return Value.Absent;
        }

        var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
        made.Known = thing;
        foreach (var (name, value) in thing.Holds)
        {
            _heap.Set(made, SlotKey.Attribute(name), LowerValue(value, node));
        }

        return Value.Of(made);
    }

    /// <summary>A number that exists without the program making it.</summary>
    private static Value OfConstant(object number) => number switch
    {
        double known => Value.OfFloat(known),
        string text => Value.OfText(text),
        BigInteger whole when BigInteger.Abs(whole) <= LargestInt => Value.OfInt((long)whole),
        BigInteger large => Value.OfLargeInt(large),
        _ => Value.Unknown,
    };

    private Value LowerText(string text, SyntaxNode node)
    {
        _budget.Step(1 + (text.Length / LengthPerStep));
        return text.Length == 1 && text[0] <= byte.MaxValue ? Value.OfText(text) : NewText(text, node);
    }

    private Value LowerSequence(KnownSequence sequence, SyntaxNode node)
    {
        var items = new Value[sequence.Items.Count];
        _budget.Step(1 + (items.Length / LengthPerStep));
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = LowerValue(sequence.Items[i], node);
            if (items[i].IsAbsent)
            {
                return Value.Absent;
            }
        }

        return Value.Of(sequence.IsTuple ? NewTuple(items, node) : NewKnownList(items, sequence.Room, node));
    }

    private Value LowerDict(KnownDict dict, SyntaxNode node)
    {
        var made = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        foreach (var (key, value) in dict.Entries)
        {
            var name = key is string text && !dict.HasNewKeys && !_lifted.ContainsKey(key) ? Value.OfText(text) : LowerValue(key, node);
            SetKey(made, name, LowerValue(value, node), node, isLiteral: true);
        }

        return Value.Of(made);
    }

    private HeapObject NewKnownList(Value[] items, int room, SyntaxNode node)
    {
        var list = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        if (items.Length <= MostKnownPieces || _heap.IsExact)
        {
            NoteCopied(items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                _heap.Set(list, SlotKey.Item(i), items[i]);
            }
        }
        else
        {
            HoldCrowd(list, items, node);
        }

        _heap.SetMeta(list, Meta.Length, items.Length);
        _heap.SetMeta(list, Meta.StartLength, room < 0 ? items.Length : Math.Min(room, items.Length));
        _heap.SetMeta(list, Meta.StartCapacity, room < 0 ? items.Length : room);
        return list;
    }

    /// <summary>More items than are told apart: all new texts as one summary, everything else one by one.</summary>
    private void HoldCrowd(HeapObject list, Value[] items, SyntaxNode node)
    {
        var (count, bytes, kind) = (0L, 0L, StringKind.Ascii);
        foreach (var item in items)
        {
            if (item.Reference is { Kind: ObjectKind.Str, IsSummary: false, Site: var site } text && ReferenceEquals(site.Node, node))
            {
                count++;
                bytes += ObjectBytes.Own(text).High;
                kind = text.StringKind > kind ? text.StringKind : kind;
            }
            else
            {
                Hold(list, item, Quantity.One);
            }
        }

        if (count > 0)
        {
            var all = _heap.AllocateLike(_heap.AllocateStr(node, _frame.Context, Quantity.Zero, kind), summary: true);
            _heap.SetMeta(all, Meta.Count, count);
            _heap.SetMeta(all, Meta.Bytes, bytes);
            Hold(list, Value.Of(all), count);
        }
    }
}
