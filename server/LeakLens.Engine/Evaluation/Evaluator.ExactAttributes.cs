using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Attributes in the exact run: defaults for missing ones, and assignments that a class refuses.</summary>
internal sealed partial class Evaluator
{
    /// <summary>A value of a plain built-in type has no attribute of the name; false where it may have one.</summary>
    private static bool IsMissingFromType(Value owner, string name) =>
        NameOfPlainType(owner) is { } type && !name.StartsWith("__", StringComparison.Ordinal) && name is not ("real" or "imag" or "numerator" or "denominator" or "as_integer_ratio" or "conjugate" or "fromhex" or "maketrans" or "fromkeys")
        && (owner.Kind == ValueKind.None || (LibraryCatalogue.BuiltIn.FindType(type is "bool" ? "int" : type) is { } model && model.FindMethod(name) is null && Known.KnownFunctions.Find((type is "bool" ? "int" : type) + "." + name) is null));

    /// <summary><c>getattr(owner, name, standard)</c>, and whether there is such an attribute.</summary>
    private Value AttributeOr(Value owner, string name, Value standard, SyntaxNode node)
    {
        var found = Value.Unknown;
        return UntilRaised("AttributeError", () => found = GetAttribute(owner, name, node)) == false ? standard : found;
    }

    private bool? HasAttributeExactly(Value owner, Value name, SyntaxNode node)
    {
        if (KnownText(name) is { } sought && IsMissingFromType(owner, sought))
        {
            return false;
        }

        if (owner.Reference is { Kind: ObjectKind.Class, Payload: ClassValue { HasUnknownBase: false, IsEnum: false, Metaclass: { Payload: ClassValue } metaclass } } type && KnownText(name) is { } asked && !asked.StartsWith("__", StringComparison.Ordinal))
        {
            return !FindAttributeInClass(type, asked).IsAbsent || !FindAttributeInClass(metaclass, asked).IsAbsent ? true : FindInClass(metaclass, "__getattr__") is null ? false : null;
        }

        if (KnownText(name) is not { } text || OwnClassOf(owner) is not { Payload: ClassValue definition } || !IsAllKnown(definition) || text.StartsWith("__", StringComparison.Ordinal))
        {
            return null;
        }

        var found = Value.Unknown;
        return UntilRaised("AttributeError", () => found = GetAttribute(owner, text, node)) == false ? false : _afterCall != Completion.Normal || found.IsUnknown ? null : true;
    }

    /// <summary>The class has no place for the attribute, or does not let it be set: the exception is raised. False when it may be set.</summary>
    private bool RefusesAttribute(HeapObject target, HeapObject type, string name, Value value, SyntaxNode node)
    {
        if (type.Payload is not ClassValue definition)
        {
            return false;
        }

        if (RecordOf(definition)?.Payload is ClassValue { IsFrozen: true } record && (ReferenceEquals(ClassOf(target)?.Payload, record) || record.Fields.Any(field => string.Equals(field.Name, name, StringComparison.Ordinal))))
        {
            RaiseNew("dataclasses.FrozenInstanceError", NewText($"cannot {(value.IsAbsent ? "delete" : "assign to")} field '{name}'", node), node);
            return true;
        }

        var found = FindAttributeInClass(type, name);
        if (IsProperty(found) && found.Reference?.Get(SlotKey.Attribute(value.IsAbsent ? DeleterSlot : SetterSlot)) is { IsAbsent: true })
        {
            RaiseText("AttributeError", $"property '{name}' of '{definition.Name}' object has no {(value.IsAbsent ? "deleter" : "setter")}", node);
            return true;
        }

        if (RecordOf(definition) is { Payload: ClassValue { Record: RecordKind.NamedTuple } })
        {
            throw new NotDeterminedException();
        }

        if (target.Kind != ObjectKind.Instance || !HasOnlySlots(definition) || HasSlot(definition, name))
        {
            return false;
        }

        RaiseText("AttributeError", found.IsAbsent ? $"'{definition.Name}' object has no attribute '{name}'" : $"'{definition.Name}' object attribute '{name}' is read-only", node);
        return true;
    }

    private const string DeleterSlot = "<deleter>";

    private static bool HasOnlySlots(ClassValue definition) =>
        IsAllKnown(definition) && definition.Ancestors.All(static one => one.Payload is ClassValue { SlotCount: not null });

    private static bool HasSlot(ClassValue definition, string name) =>
        definition.Ancestors.Any(ancestor => ancestor.Payload is ClassValue one && (one.Fields.Any(field => string.Equals(field.Name, name, StringComparison.Ordinal))
            || ancestor.Get(SlotKey.Attribute("__slots__")) is var slots && (string.Equals(slots.Text, name, StringComparison.Ordinal) || (slots.Reference is { } names && names.Slots.ToArray().Any(slot => string.Equals(KnownText(slot.Value), name, StringComparison.Ordinal))))));

    /// <summary><c>del owner.name</c>.</summary>
    private void DeleteAttribute(HeapObject owner, string name, SyntaxNode node)
    {
        if (OwnClassOf(Value.Of(owner)) is { Payload: ClassValue } type)
        {
            if (CallSpecial(Value.Of(owner), "__delattr__", Value.OfText(name), node) is not null)
            {
                return;
            }

            var found = FindAttributeInClass(type, name);
            if (IsProperty(found) && found.Reference?.Get(SlotKey.Attribute(DeleterSlot)).Reference is { } deleter)
            {
                Call(Value.Of(deleter), new CallArguments([Value.Of(owner)], []), node);
                return;
            }

            if (CallSpecial(found, "__delete__", Value.Of(owner), node) is not null || RefusesAttribute(owner, type, name, Value.Absent, node))
            {
                return;
            }
        }

        DeleteOwnAttribute(owner, name, node);
    }

    private void DeleteOwnAttribute(HeapObject owner, string name, SyntaxNode node)
    {
        PullAttribute(owner, name);
        var key = SlotKey.Attribute(name);
        var old = owner.Get(key);
        if (old.IsAbsent)
        {
            if (RaiseAttributeless(owner, name, node) is null)
            {
                NotDetermined();
            }

            return;
        }

        Leave(old, Value.Absent);
        _heap.Set(owner, key, Value.Absent);
        PushAttribute(owner, name, Value.Absent);
    }
}
