using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Enum: the plain names of the class body become members, made once for ever.</summary>
internal sealed partial class Evaluator
{
    private const string MembersSlot = "<members>";

    private static bool IsEnumName(string name) =>
        name is "enum.Enum" or "enum.IntEnum" or "enum.StrEnum" or "enum.Flag" or "enum.IntFlag";

    private void MakeMembers(HeapObject type, SyntaxNode node)
    {
        if (IsExact && type.Payload is ClassValue definition)
        {
            MakeMembersExactly(type, definition, node);
            return;
        }

        var names = new List<string>();
        foreach (var slot in type.Slots)
        {
            if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !name.StartsWith('_') && !name.StartsWith('<') && IsMemberValue(slot.Value))
            {
                names.Add(name);
            }
        }

        var members = new List<Value>();
        foreach (var name in names)
        {
            var value = type.Get(SlotKey.Attribute(name));
            members.Add(Value.Of(NewMember(type, name, value, members.Count + 1, node)));
            _heap.Set(type, SlotKey.Attribute(name), members[^1]);
        }

        if (members.Count > 0)
        {
            _heap.Set(type, SlotKey.Attribute(MembersSlot), Value.Of(NewTuple(members, node)));
        }
    }

    private static Value ValueOfMember(Value member) => member.Reference?.Get(SlotKey.Attribute("value")) ?? Value.Unknown;

    /// <summary>A member that is a number or a text itself counts as its value: <c>Level.LOW == 1</c>.</summary>
    private static Value AsItsValue(Value value) =>
        value.Reference is { Kind: ObjectKind.Instance } member && ClassOf(member)?.Payload is ClassValue { IsEnumOfValues: true }
            ? ValueOfMember(value)
            : value;

    /// <summary>Functions and descriptors stay what they are.</summary>
    private static bool IsMemberValue(Value value) =>
        !value.IsAbsent && value.Reference is not { Kind: ObjectKind.Function or ObjectKind.Class or ObjectKind.BoundMethod };

    private HeapObject NewMember(HeapObject type, string name, Value value, int number, SyntaxNode node)
    {
        var member = _heap.Allocate(ObjectKind.Instance, node, _frame.Context, type);
        value = value.IsUnknown ? Value.OfInt(number) : value;
        _heap.Set(member, SlotKey.Attribute("name"), Value.OfText(name));
        _heap.Set(member, SlotKey.Attribute("value"), value);
        if (FindInClass(type, "__init__") is { Payload: FunctionValue initializer } function)
        {
            var arguments = new List<Value> { Value.Of(member) };
            if (value.Reference is not { Kind: ObjectKind.Tuple } || !TryUnpack(value, arguments, node))
            {
                arguments.Add(value);
            }

            CallFunction(function, initializer, new CallArguments(arguments, []), node);
        }

        return member;
    }

    /// <summary><c>Level(1)</c> looks a member up.</summary>
    private Value FindMember(HeapObject type, Value value)
    {
        if (type.Get(SlotKey.Attribute(MembersSlot)).Reference is not { } members)
        {
            return Value.Unknown;
        }

        var any = Value.Absent;
        foreach (var slot in members.Slots)
        {
            if (slot.Key.Kind != SlotKind.Item || slot.Value.Reference is not { } member)
            {
                continue;
            }

            if (ReferenceEquals(value.Reference, member) || (IdentityOf(value) is { } wanted && IdentityOf(member.Get(SlotKey.Attribute("value"))) is { } own && wanted == own))
            {
                return slot.Value;
            }

            any = Value.Join(any, slot.Value);
        }

        return any.IsAbsent ? Value.Unknown : any;
    }

    /// <summary>Iterating an Enum class gives its members.</summary>
    private static Value MembersOf(Value iterable) =>
        iterable.Reference is { Kind: ObjectKind.Class } type && type.Get(SlotKey.Attribute(MembersSlot)) is { IsAbsent: false } members ? members : iterable;
}
