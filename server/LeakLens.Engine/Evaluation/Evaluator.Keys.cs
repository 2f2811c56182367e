using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Which keys dicts and sets hold.</summary>
internal sealed partial class Evaluator
{
    private const int DeepestKey = 3;
    private const int LongestTupleKey = 8;
    private const int LongestBytesKey = 64;

    /// <summary>What makes a value equal to another as a key; null when that is not known.</summary>
    private KeyIdentity? IdentityOf(Value key, int depth = 0)
    {
        switch (key.Kind)
        {
            case ValueKind.Int or ValueKind.Bool:
                return key.Number.IsExact ? KeyIdentity.Of(key.Number.Low) : null;
            case ValueKind.Float:
                return KeyIdentity.OfFloat(key.FloatValue);
            case ValueKind.None:
                return new KeyIdentity("\u0002None", NumberVector.Empty);
            case ValueKind.Key:
                return key.Key;
            case ValueKind.ByteText:
                return IdentityOfBytes(key.Content);
            default:
                return KnownText(key) is { } text ? KeyIdentity.Of(text) : IdentityOfTuple(key, depth) ?? IdentityOfInstance(key, depth);
        }
    }

    private static KeyIdentity? IdentityOfBytes(byte[]? content) =>
        content is { Length: <= LongestBytesKey } ? KeyIdentity.Of("\u0002b" + System.Text.Encoding.Latin1.GetString(content)) : null;

    private KeyIdentity? IdentityOfTuple(Value key, int depth)
    {
        if (key.Reference is not { Kind: ObjectKind.Tuple, IsSummary: false } tuple || depth >= DeepestKey
            || tuple.GetMeta(Meta.Length) is not { IsExact: true, Low: <= LongestTupleKey } length)
        {
            return null;
        }

        var parts = new KeyIdentity[length.Low];
        for (var i = 0; i < parts.Length; i++)
        {
            if (IdentityOf(tuple.Get(SlotKey.Item(i)), depth + 1) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return KeyIdentity.OfTuple(parts);
    }

    /// <summary>Whether a dict or set holds a key, as far as its keys are known.</summary>
    private bool? HoldsKey(HeapObject container, Value key, SyntaxNode node, KeyUse use)
    {
        if (container.Contents is EntryContents entries)
        {
            return entries.Holds(RequireKey(key));
        }

        var keys = ContainerKeys.Of(container);
        if (IdentityOf(key) is not { } identity)
        {
            return HoldsObject(container, key, keys, node);
        }

        if (keys.Holds(identity) is not { } held)
        {
            return FindRecent(container, identity) >= 0 ? true : null;
        }

        _loop?.Guards.Record(new KeyEvent(new GuardKey(node, held ? Yes : No), container, held, use, identity, NumberVector.Empty, Count: 1));
        return held;
    }

    /// <summary>An object that compares by identity is held or it is not, whatever else is known of the keys.</summary>
    private bool? HoldsObject(HeapObject container, Value key, KeySet keys, SyntaxNode node)
    {
        if (container.GetMeta(Meta.Length) == Quantity.Zero)
        {
            return false;
        }

        if (!ComparesByIdentity(key) || key.Reference is not { } target)
        {
            return null;
        }

        var references = container.Get(SlotKey.Group(target)).Number;
        var held = references.Low > 0 || HasRecentObject(container, target);
        if (!held && (references.High > 0 || !keys.IsComplete))
        {
            return null;
        }

        Decide(node, held ? Yes : No, GuardLog.Never);
        return held;
    }

    private static bool ComparesByIdentity(Value key) => key.Reference switch
    {
        { Kind: ObjectKind.Opaque, IsSummary: false, Payload: Library.TypeModel type } => IsBeside(type) || type.QualifiedName is PartialType,
        { IsSummary: true } => false,
        { Kind: ObjectKind.Function or ObjectKind.Class or ObjectKind.Generator } => true,
        { Kind: ObjectKind.Instance } instance => ClassOf(instance) is { } type && FindInClass(type, "__eq__") is null && FindInClass(type, "__hash__") is null,
        _ => false,
    };

    /// <returns>The key may have come before, and is counted.</returns>
    private bool RememberKey(HeapObject container, Value key)
    {
        if (IdentityOf(key) is { } identity)
        {
            var keys = ContainerKeys.Of(container);
            ContainerKeys.Set(_heap, container, keys.Add(identity));
            return keys.MayHaveCome(identity);
        }

        if (RangeOf(key) is { } range)
        {
            ContainerKeys.Set(_heap, container, ContainerKeys.Of(container).AddBox(range));
        }
        else if (!ComparesByIdentity(key))
        {
            ContainerKeys.Set(_heap, container, ContainerKeys.Of(container).Blur());
        }

        return false;
    }

    /// <summary>The keys that a number within bounds, or one of so many objects, can be.</summary>
    private static KeyBox? RangeOf(Value key)
    {
        if (key is { Kind: ValueKind.Int or ValueKind.Bool, Number: { HasFiniteHigh: true, Low: not Quantity.NoLow } number })
        {
            return new KeyBox("#", NumberVector.Of(number.Low), NumberVector.Of(number.High));
        }

        // A text that is one of those that a summary stands for: there are no more keys than texts.
        return key.Reference is { IsSummary: true, Kind: ObjectKind.Str } texts && texts.GetMeta(Meta.Count) is { HasFiniteHigh: true } count
            ? new KeyBox("\u0003" + texts.Birth.ToString(System.Globalization.CultureInfo.InvariantCulture), NumberVector.Of(0), NumberVector.Of(Math.Max(0, count.High - 1)))
            : null;
    }

    /// <summary>Takes one key out of a dict or set, with what is kept under it.</summary>
    /// <param name="mayMiss">A key that is not there is no error; otherwise the program counts on its being there.</param>
    /// <returns>Whether the key was there, and its value when it can be told from the others.</returns>
    private (bool? Held, Value Value) TakeKey(HeapObject container, Value key, SyntaxNode node, bool isLiteral, bool mayMiss)
    {
        var held = HoldsKey(container, key, node, KeyUse.Remove);
        if (held == false)
        {
            return (false, Value.Absent);
        }

        if (container.Contents is EntryContents entries)
        {
            return (true, RemoveEntry(container, entries, RequireKey(key)).Value);
        }

        var identity = IdentityOf(key);
        if (identity is null || container.Get(SlotKey.LatestKey).Key == identity)
        {
            _heap.Set(container, SlotKey.LatestKey, Value.Absent);
        }

        _growths.Releases(container);
        NoteHighWater(container);
        ContainerKeys.Set(_heap, container, identity is { } known && held == true ? ContainerKeys.Of(container).RemoveRun(known, NumberVector.Empty, 1) : ContainerKeys.Of(container).Thin());
        if (held == true && TakeExactly(container, key, identity, isLiteral) is { IsAbsent: false } value)
        {
            _heap.AddMeta(container, Meta.Length, -1);
            return (true, value);
        }

        var element = ElementOf(Value.Of(container));
        var isSure = (held == true || !mayMiss) && !container.IsSummary && container.GetMeta(Meta.Length).High > 0;
        var count = isSure ? Quantity.One : new Quantity(0, 1);
        if (held is null && ConstantKey(key, isLiteral) is { } slot && !container.Get(slot).IsAbsent)
        {
            _heap.Set(container, slot, Value.Join(Value.None, container.Get(slot)));
        }

        Drop(container, count);
        _heap.AddMeta(container, Meta.Length, Quantity.Negate(count));
        return (held, element);
    }

    private Value TakeExactly(HeapObject container, Value key, KeyIdentity? identity, bool isLiteral)
    {
        if (identity is { } known && FindRecent(container, known) is >= 0 and var at)
        {
            return TakeRecent(container, at);
        }

        if (ConstantKey(key, isLiteral) is { } slot && container.Get(slot) is { IsAbsent: false } value)
        {
            Leave(value, Value.Absent);
            _heap.Set(container, slot, Value.Absent);
            return value;
        }

        if (key.Reference is { } target && ComparesByIdentity(key))
        {
            return TakeObject(container, target);
        }

        return Value.Absent;
    }

    private Value TakeObject(HeapObject container, HeapObject target)
    {
        for (var i = 0L; i < RecentCount(container); i++)
        {
            if (ReferenceEquals(container.Get(SlotKey.RecentKeyObject(i)).Reference, target))
            {
                return TakeRecent(container, i);
            }
        }

        var group = SlotKey.Group(target);
        if (container.Kind == ObjectKind.Set && container.Get(group).Number.Low > 0)
        {
            _heap.Set(container, group, Value.OfInt((container.Get(group).Number - Quantity.One).AtLeastZero()));
            return Value.Of(target);
        }

        return Value.Absent;
    }

    private void NoteHighWater(HeapObject container)
    {
        if (container.Kind is ObjectKind.Dict or ObjectKind.Set)
        {
            _heap.SetMeta(container, Meta.HighWater, Quantity.Max(container.GetMeta(Meta.HighWater), container.GetMeta(Meta.Length)));
        }
    }
}
