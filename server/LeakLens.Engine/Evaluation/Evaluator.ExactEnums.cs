using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Members of enumerations in the exact run: how they are made, found, combined and shown (Lib/enum.py of CPython 3.11).</summary>
internal sealed partial class Evaluator
{
    private string? ShowMember(HeapObject member, ClassValue type, bool isRepr, SyntaxNode node)
    {
        var value = ValueOfMember(Value.Of(member));
        if (!isRepr && type is { IsEnumOfValues: true, IsMixed: false })
        {
            return KnownText(Stringify(value, node, isRepr: false));
        }

        if (KnownText(member.Get(SlotKey.Attribute("name"))) is not { } name)
        {
            return IsFlag(type) && value is { Kind: ValueKind.Int, Number: { IsExact: true, Low: 0 } } ? isRepr ? $"<{type.Name}: 0>" : $"{type.Name}(0)" : null;
        }

        return !isRepr ? $"{type.Name}.{name}" : ShowInside(value, node) is { } shown ? $"<{type.Name}.{name}: {shown}>" : null;
    }

    private void MakeMembersExactly(HeapObject type, ClassValue definition, SyntaxNode node)
    {
        var names = new List<string>();
        foreach (var slot in type.Slots)
        {
            if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !name.StartsWith('_') && !name.StartsWith('<') && IsMemberValue(slot.Value))
            {
                names.Add(name);
            }
        }

        if (names.Count == 0)
        {
            return;
        }

        var isFlag = IsFlag(definition);
        var members = new List<Value>();
        var all = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        foreach (var name in names)
        {
            var given = type.Get(SlotKey.Attribute(name));
            var value = given.Reference is { } other && ReferenceEquals(ClassOf(other), type) ? ValueOfMember(given) : given;
            if (_afterCall != Completion.Normal)
            {
                return;
            }

            var member = members.Find(one => EqualExactly(ValueOfMember(one), value, node) == true);
            if (member.IsAbsent || member.Reference is null)
            {
                member = Value.Of(NewMember(type, name, value, members.Count + 1, node));
                if (_afterCall != Completion.Normal)
                {
                    return;
                }

                members.Add(member);
            }

            _heap.Set(type, SlotKey.Attribute(name), member);
            SetKey(all, Value.OfText(name), member, node, isLiteral: true);
        }

        // Of flags only those of one bit are listed; the others are combinations of them.
        var listed = isFlag ? members.Where(static one => ValueOfMember(one) is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 } bits } && long.IsPow2(bits.Low)).OrderBy(static one => ValueOfMember(one).Number.Low) : members.AsEnumerable();
        _heap.Set(type, SlotKey.Attribute(MembersSlot), Value.Of(NewTuple([.. listed], node)));
        _heap.Set(type, SlotKey.Attribute(AllMembersSlot), Value.Of(all));
    }

    /// <summary>All names, second names of a member among them.</summary>
    private const string AllMembersSlot = "<names>";

    private static bool IsFlag(ClassValue definition) => definition.DerivesFromKnown("enum.Flag") || definition.DerivesFromKnown("enum.IntFlag");

    private static readonly NativeType AutoType = new("auto", 0);

    private static bool IsAuto(Value value) => value.Reference is { Payload: NativeType { Name: "auto" } };

    /// <summary>The class whose body runs in the present frame, when that is an enumeration, and the values it has so far.</summary>
    private (Frame Body, HeapObject Type, List<Value> Values)? _enumeration;

    /// <summary>A name in the body of an enumeration gets its value: <c>auto()</c> is a number from then on, which the names below may use.</summary>
    private Value ValueInBody(string name, Value value, SyntaxNode node)
    {
        if (_enumeration is not { Body: var body, Type: { Payload: ClassValue definition } type, Values: var values } || !ReferenceEquals(body, _frame) || name.StartsWith('_'))
        {
            return value;
        }

        var own = body.Scope.Find("_generate_next_value_") is { } symbol ? body.Storage.Get(body.KeyOf(symbol)) : Value.Absent;
        value = IsAuto(value) ? NextValue(type, definition, name, values, own, node) : value;
        if (IsMemberValue(value))
        {
            values.Add(value);
        }

        return value;
    }

    /// <summary><c>auto()</c>: one more than the highest, the next bit, or the name in small letters.</summary>
    private Value NextValue(HeapObject type, ClassValue definition, string name, List<Value> values, Value maker, SyntaxNode node)
    {
        maker = maker.IsAbsent ? FindAttributeInClass(type, "_generate_next_value_") : maker;
        if (!maker.IsAbsent)
        {
            var given = Value.Of(NewList([.. values], RoundUpToEven(values.Count), node));
            return Call(maker, new CallArguments([Value.OfText(name), Value.OfInt(1), Value.OfInt(values.Count), given], []), node);
        }

        if (definition.DerivesFromKnown("enum.StrEnum"))
        {
            return Value.OfText(name.ToLowerInvariant());
        }

        var highest = values.Where(static value => value is { Kind: ValueKind.Int, Number.IsExact: true }).Select(static value => value.Number.Low).DefaultIfEmpty(0).Max();
        return Value.OfInt(!IsFlag(definition) ? highest + 1 : highest <= 0 ? 1 : 1L << (System.Numerics.BitOperations.Log2((ulong)highest) + 1));
    }

    /// <summary><c>Level(1)</c> in the exact run: the member, a combination of flags, or a ValueError.</summary>
    private Value FindMemberExactly(HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        if (arguments.Positional.Count != 1 || type.Get(SlotKey.Attribute(AllMembersSlot)).Reference is not { Contents: EntryContents all })
        {
            throw new NotDeterminedException();
        }

        var value = arguments[0];
        if (value.Reference is { } given && ReferenceEquals(ClassOf(given), type))
        {
            return value;
        }

        for (var i = 0; i < all.Count; i++)
        {
            _budget.Step();
            if (EqualExactly(ValueOfMember(all.At(i).Value), value, node) ?? throw new NotDeterminedException())
            {
                return all.At(i).Value;
            }
        }

        if (FindInClass(type, "_missing_") is { } missing)
        {
            var found = Call(Value.Of(missing), new CallArguments([Value.Of(type), value], []), node);
            if (_afterCall != Completion.Normal || found.Kind != ValueKind.None)
            {
                return found;
            }
        }

        if (IsFlag(definition))
        {
            return value is { Kind: ValueKind.Int, Number.IsExact: true } ? CombinationOf(type, value.Number.Low, node) : throw new NotDeterminedException();
        }

        return ShowInside(value, node) is { } shown ? RaiseText("ValueError", $"{shown} is not a valid {QualifiedNameOf(definition)}", node) : throw new NotDeterminedException();
    }

    /// <summary>The member of some bits, which is made when it is first asked for.</summary>
    private Value CombinationOf(HeapObject type, long bits, SyntaxNode node)
    {
        if (type.Get(SlotKey.Attribute(AllMembersSlot)).Reference is not { Contents: EntryContents all } || type.Get(SlotKey.Attribute(MembersSlot)).Reference is not { } listed || ItemsOf(Value.Of(listed), node) is not { } singles)
        {
            throw new NotDeterminedException();
        }

        for (var i = 0; i < all.Count; i++)
        {
            if (ValueOfMember(all.At(i).Value) is { Kind: ValueKind.Int } own && own.Number == bits)
            {
                return all.At(i).Value;
            }
        }

        var key = SlotKey.Attribute(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<bits {bits}>"));
        if (type.Get(key) is { IsAbsent: false } known)
        {
            return known;
        }

        var parts = singles.Where(one => (ValueOfMember(one).Number.Low & bits) != 0).ToList();
        if (bits < 0 || parts.Aggregate(0L, static (sum, one) => sum | ValueOfMember(one).Number.Low) != bits)
        {
            throw new NotDeterminedException();
        }

        var member = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, type);
        _heap.Set(member, SlotKey.Attribute("name"), bits == 0 ? Value.None : Value.OfText(string.Join('|', parts.Select(static one => KnownText(one.Reference?.Get(SlotKey.Attribute("name")) ?? Value.Absent)))));
        _heap.Set(member, SlotKey.Attribute("value"), Value.OfInt(bits));
        _heap.Set(type, key, Value.Of(member));
        return Value.Of(member);
    }

    /// <summary><c>|</c>, <c>&amp;</c> and <c>^</c> of flags; null for other operands.</summary>
    private Value? CombineFlags(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        var type = InstanceClassOf(left) is { Payload: ClassValue mine } own && IsFlag(mine) ? own : InstanceClassOf(right) is { Payload: ClassValue theirs } other && IsFlag(theirs) ? other : null;
        if (type?.Payload is not ClassValue definition || operation is not (BinaryOperator.BitOr or BinaryOperator.BitAnd or BinaryOperator.BitXor))
        {
            return null;
        }

        if (BitsOf(left) is not { } a || BitsOf(right) is not { } b)
        {
            return null;
        }

        return CombinationOf(type, operation switch { BinaryOperator.BitOr => a | b, BinaryOperator.BitAnd => a & b, _ => a ^ b }, node);

        long? BitsOf(Value value) => ReferenceEquals(InstanceClassOf(value), type) ? ValueOfMember(value).Number.Low
            : definition.DerivesFromKnown("enum.IntFlag") && value is { Kind: ValueKind.Int, Number.IsExact: true } ? value.Number.Low
            : null;
    }

    /// <summary>The single bits of a flag, which <c>for</c> and <c>in</c> look at; null when it is none.</summary>
    private List<Value>? BitsOfFlag(Value value, SyntaxNode node) =>
        InstanceClassOf(value) is { Payload: ClassValue definition } type && IsFlag(definition) && type.Get(SlotKey.Attribute(MembersSlot)) is { Reference: not null } listed && ItemsOf(listed, node) is { } singles
            ? [.. singles.Where(one => (ValueOfMember(one).Number.Low & ValueOfMember(value).Number.Low) != 0)]
            : null;

    /// <summary><c>~flag</c>: all other bits that have a name.</summary>
    private Value? InvertFlag(Value flag, SyntaxNode node) =>
        InstanceClassOf(flag) is { Payload: ClassValue definition } type && IsFlag(definition) && type.Get(SlotKey.Attribute(MembersSlot)) is { Reference: not null } listed && ItemsOf(listed, node) is { } singles
            ? CombinationOf(type, singles.Aggregate(0L, static (sum, one) => sum | ValueOfMember(one).Number.Low) & ~ValueOfMember(flag).Number.Low, node)
            : null;
}
