using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Methods of the built-in types.</summary>
internal sealed partial class Evaluator
{
    private Value CallMethod(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        if (LibraryCatalogue.TypeOf(receiver.Kind) is { } literal)
        {
            return literal.FindMethod(name) is { } method ? RunModel(method, receiver, arguments, node) : Value.Unknown;
        }

        if (receiver.Reference is not { } target)
        {
            return Value.Unknown;
        }

        switch (target.Kind)
        {
            case ObjectKind.Function:
                return CallPropertyMethod(target, name, arguments);
            case ObjectKind.Class when string.Equals(name, "__new__", StringComparison.Ordinal):
                var type = arguments[0].Reference is { Kind: ObjectKind.Class } given ? given : target;
                return NewByType(type, arguments, node);
            case ObjectKind.Instance when string.Equals(name, "__setattr__", StringComparison.Ordinal):
                SetNamed(receiver, arguments[0], arguments[1], node, raw: true);
                return Value.None;
            default:
                return CallModelMethod(target, name, arguments, node);
        }
    }

    /// <summary><c>@x.setter</c> and its like: the property stays the function that reads it.</summary>
    private Value CallPropertyMethod(HeapObject property, string name, CallArguments arguments)
    {
        if (IsExact && !property.Get(SlotKey.Attribute(DefiningClassSlot)).IsAbsent)
        {
            // The property of another class, which stays as it is.
            var copy = _heap.Allocate(property.Kind, property.Site.Node, _frame.Context, property.Payload);
            foreach (var slot in property.Slots.ToArray())
            {
                if (slot.Key.Kind == SlotKind.Attribute && slot.Key != SlotKey.Attribute(DefiningClassSlot))
                {
                    _heap.Set(copy, slot.Key, slot.Value);
                }
            }

            property = copy;
        }

        switch (name)
        {
            case "setter":
                _heap.Set(property, SlotKey.Attribute(SetterSlot), arguments[0]);
                break;
            case "deleter" when IsExact:
                _heap.Set(property, SlotKey.Attribute(DeleterSlot), arguments[0]);
                break;
            case "getter" when IsExact && arguments[0].Reference is { Payload: FunctionValue } getter:
                foreach (var part in (string[])[SetterSlot, DeleterSlot])
                {
                    _heap.Set(getter, SlotKey.Attribute(part), property.Get(SlotKey.Attribute(part)));
                }

                _heap.Set(getter, SlotKey.Attribute(DecoratedSlot), property.Get(SlotKey.Attribute(DecoratedSlot)));
                return arguments[0];
            default:
                break;
        }

        return Value.Of(property);
    }

    private Value PopKey(HeapObject dict, string name, CallArguments arguments, SyntaxNode node)
    {
        if (arguments[0].IsAbsent || string.Equals(name, "popitem", StringComparison.Ordinal))
        {
            if (dict.Contents is EntryContents entries)
            {
                return PopEntry(dict, entries, arguments.Find("last") is { IsAbsent: false } last ? last : arguments[0], node);
            }

            if (_tries > 0 && !dict.IsSummary && IsSurelyMissing(dict.GetMeta(Meta.Length), "KeyError", node))
            {
                return RaiseNew("KeyError", Value.OfText("dictionary is empty"), node);
            }

            var any = ElementOf(Value.Of(dict));
            Shrink(dict, dict.GetMeta(Meta.Length) == Quantity.Zero ? Quantity.Zero : Quantity.One);
            return Value.Of(NewTuple([Value.Unknown, any], node));
        }

        var standard = arguments.Positional.Count > 1 ? arguments[1] : Value.Absent;
        var (held, value) = TakeKey(dict, arguments[0], node, isLiteral: false, mayMiss: !standard.IsAbsent);
        return held switch
        {
            true => value,
            false => !standard.IsAbsent ? standard : IsExact || _tries > 0 ? RaiseNew("KeyError", arguments[0], node) : Value.Unknown,
            null => Value.Join(value, standard),
        };
    }

    private Value SetDefault(HeapObject dict, CallArguments arguments, SyntaxNode node)
    {
        if (EntryOf(dict, arguments[0], isLiteral: false) is { IsAbsent: false } entry)
        {
            return entry;
        }

        var held = HoldsKey(dict, arguments[0], node, KeyUse.Insert);
        var standard = arguments.Positional.Count > 1 ? arguments[1] : Value.None;
        if (held == true)
        {
            return ElementOf(Value.Of(dict));
        }

        SetKey(dict, arguments[0], standard, node, isLiteral: false);
        return held == false ? standard : Value.Join(standard, ElementOf(Value.Of(dict)));
    }

    /// <summary>A view costs nothing that grows; iterating it is iterating what it shows.</summary>
    private HeapObject NewView(HeapObject dict, string name, SyntaxNode node)
    {
        if (dict.Contents is EntryContents entries)
        {
            return ListEntries(dict, entries, name, node);
        }

        var view = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        _heap.SetMeta(view, Meta.Length, dict.GetMeta(Meta.Length));
        if (TryShowEntries(dict, view, name, node))
        {
            return view;
        }

        if (string.Equals(name, "values", StringComparison.Ordinal))
        {
            Hold(view, ElementOf(Value.Of(dict)), dict.GetMeta(Meta.Length));
        }
        else if (string.Equals(name, "items", StringComparison.Ordinal))
        {
            Hold(view, Value.Of(NewTuple([Value.Unknown, ElementOf(Value.Of(dict))], node)), dict.GetMeta(Meta.Length));
        }

        return view;
    }

    /// <summary>The view of a short dict whose keys all stand in the program shows each entry.</summary>
    private bool TryShowEntries(HeapObject dict, HeapObject view, string name, SyntaxNode node)
    {
        const int Most = 16;
        if (dict.IsSummary || dict.GetMeta(Meta.Length) is not { IsExact: true, Low: <= Most } length)
        {
            return false;
        }

        var entries = new List<Value>();
        foreach (var slot in dict.Slots)
        {
            if (slot.Key.Kind == SlotKind.Key && !slot.Value.IsAbsent)
            {
                var key = slot.Key.Name is string text ? Value.OfText(text) : Value.OfInt(slot.Key.Number);
                entries.Add(name switch
                {
                    "keys" => key,
                    "values" => slot.Value,
                    _ => Value.Of(NewTuple([key, slot.Value], node)),
                });
            }
        }

        if (entries.Count != length.Low)
        {
            return false;
        }

        for (var i = 0; i < entries.Count; i++)
        {
            _heap.Set(view, SlotKey.Item(i), entries[i]);
        }

        return true;
    }
}
