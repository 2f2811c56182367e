using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Methods of the built-in types.</summary>
internal sealed partial class Evaluator
{
    private Value CallMethod(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        if (receiver.Kind is ValueKind.Text or ValueKind.ByteText)
        {
            return CallTextMethod(receiver, name, arguments, node);
        }

        if (receiver.Reference is not { } target)
        {
            return Value.Unknown;
        }

        switch (target.Kind)
        {
            case ObjectKind.List or ObjectKind.Deque or ObjectKind.ByteArray:
                return CallListMethod(target, name, arguments, node);
            case ObjectKind.Dict:
                return CallDictMethod(target, name, arguments, node);
            case ObjectKind.Set:
                return CallSetMethod(target, name, arguments, node);
            case ObjectKind.Str or ObjectKind.Bytes:
                return CallTextMethod(receiver, name, arguments, node);
            case ObjectKind.Function:
                return CallPropertyMethod(target, name, arguments);
            case ObjectKind.Class when string.Equals(name, "__new__", StringComparison.Ordinal):
                var type = arguments[0].Reference is { Kind: ObjectKind.Class } given ? given : target;
                return NewByType(type, arguments, node);
            case ObjectKind.Instance when string.Equals(name, "__setattr__", StringComparison.Ordinal):
                SetNamed(receiver, arguments[0], arguments[1], node, raw: true);
                return Value.None;
            case ObjectKind.Instance when string.Equals(name, "__init__", StringComparison.Ordinal):
                return Value.None;
            default:
                return Value.Unknown;
        }
    }

    /// <summary><c>@x.setter</c> and its like: the property stays the function that reads it.</summary>
    private Value CallPropertyMethod(HeapObject property, string name, CallArguments arguments)
    {
        if (string.Equals(name, "setter", StringComparison.Ordinal))
        {
            _heap.Set(property, SlotKey.Attribute(SetterSlot), arguments[0]);
        }

        return Value.Of(property);
    }

    private Value CallListMethod(HeapObject list, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "append" or "appendleft":
                Add(list, arguments[0], node, name);
                return Value.None;
            case "insert":
                Add(list, arguments[1], node, name);
                return Value.None;
            case "extend" or "extendleft":
                Extend(list, arguments[0], node);
                return Value.None;
            case "pop" or "popleft":
                return TakeItem(list, name.Length > 3 ? Value.OfInt(0) : arguments[0].IsAbsent ? Value.OfInt(-1) : arguments[0]);
            case "remove":
                Shrink(list, Quantity.One);
                return Value.None;
            case "clear":
                Clear(list);
                return Value.None;
            case "copy":
                return CopyOf(Value.Of(list), Value.Absent, node);
            case "index" or "count":
                return Value.OfInt(Quantity.SomeLength);
            case "sort" or "reverse" or "rotate":
                FlushRecent(_heap, list);
                return Value.None;
            default:
                return Value.Unknown;
        }
    }

    private Value CallDictMethod(HeapObject dict, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "get" when EntryOf(dict, arguments[0], isLiteral: false) is { IsAbsent: false } entry:
                return entry;
            case "get" when HoldsKey(dict, arguments[0], node, KeyUse.Look) is { } held:
                return held ? ElementOf(Value.Of(dict)) : arguments.Positional.Count > 1 ? arguments[1] : Value.None;
            case "get":
                return Value.Join(ElementOf(Value.Of(dict)), arguments.Positional.Count > 1 ? arguments[1] : Value.None);
            case "__setitem__":
                SetKey(dict, arguments[0], arguments[1], node, isLiteral: false);
                return Value.None;
            case "setdefault":
                return SetDefault(dict, arguments, node);
            case "update":
                if (arguments.Positional.Count > 0)
                {
                    Extend(dict, arguments[0], node);
                }

                foreach (var (key, value) in arguments.Named)
                {
                    SetKey(dict, Value.OfText(key), value, node, isLiteral: true);
                }

                return Value.None;
            case "pop" or "popitem":
                return PopKey(dict, name, arguments, node);
            case "clear":
                Clear(dict);
                return Value.None;
            case "copy":
                return CopyOf(Value.Of(dict), Value.Absent, node);
            case "keys" or "values" or "items":
                return Value.Of(NewView(dict, name, node));
            default:
                return Value.Unknown;
        }
    }

    private Value PopKey(HeapObject dict, string name, CallArguments arguments, SyntaxNode node)
    {
        if (arguments[0].IsAbsent || string.Equals(name, "popitem", StringComparison.Ordinal))
        {
            var any = ElementOf(Value.Of(dict));
            Shrink(dict, dict.GetMeta(Meta.Length) == Quantity.Zero ? Quantity.Zero : Quantity.One);
            return Value.Of(NewTuple([Value.Unknown, any], node));
        }

        var standard = arguments.Positional.Count > 1 ? arguments[1] : Value.Absent;
        var (held, value) = TakeKey(dict, arguments[0], node, isLiteral: false, mayMiss: !standard.IsAbsent);
        return held switch
        {
            true => value,
            false => standard.IsAbsent ? Value.Unknown : standard,
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
        var view = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        _heap.SetMeta(view, Meta.Length, dict.GetMeta(Meta.Length));
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

    private Value CallSetMethod(HeapObject set, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "add":
                Add(set, arguments[0], node, name);
                return Value.None;
            case "update":
                Extend(set, arguments[0], node);
                return Value.None;
            case "intersection_update" when CountItems(arguments[0]) is { Kind: not null, Count: var most }:
                Shrink(set, (set.GetMeta(Meta.Length) - most).AtLeastZero());
                return Value.None;
            case "intersection_update" or "difference_update" or "symmetric_difference_update":
                Shrink(set, new Quantity(0, set.GetMeta(Meta.Length).High));
                return Value.None;
            case "discard" or "remove":
                TakeKey(set, arguments[0], node, isLiteral: false, mayMiss: name.Length > 6);
                return Value.None;
            case "pop":
                var element = ElementOf(Value.Of(set));
                Shrink(set, Quantity.One);
                return element;
            case "clear":
                Clear(set);
                return Value.None;
            case "copy" or "union":
                return CopyOf(Value.Of(set), arguments[0], node);
            default:
                return Value.Unknown;
        }
    }
}
