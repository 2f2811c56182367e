using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Subscripts in the exact run: slices as objects, enumerations by name, and what does not support them; and the deletion of items.</summary>
internal sealed partial class Evaluator
{
    private static readonly string[] BoundsOfSlice = ["start", "stop", "step"];

    private static bool IsSlice(Value value) => value.Reference is { Payload: TypeModel { QualifiedName: "slice" } };

    private Value NewSlice(Value start, Value stop, Value step, SyntaxNode node)
    {
        var made = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context, Models.FindType("slice"));
        _heap.Set(made, SlotKey.Attribute("start"), start);
        _heap.Set(made, SlotKey.Attribute("stop"), stop);
        _heap.Set(made, SlotKey.Attribute("step"), step);
        return Value.Of(made);
    }

    /// <summary>Null when the container is subscripted as usual.</summary>
    private Value? ItemExactly(Value container, HeapObject owner, Subscript subscript)
    {
        if (owner is { Kind: ObjectKind.Class, Payload: ClassValue definition })
        {
            return ItemOfClass(owner, definition, subscript);
        }

        if (subscript.Index is Slice slice && FindSpecial(container, "__getitem__") is not null)
        {
            return CallSpecial(container, "__getitem__", EvaluateSlice(slice), subscript);
        }

        if (subscript.Index is Name or Python.Syntax.Attribute or Subscript && owner.Kind is ObjectKind.List or ObjectKind.Tuple && FindSpecial(container, "__getitem__") is null)
        {
            var index = EvaluateIndex(subscript);
            if (IsSlice(index) && index.Reference is { } bounds && ItemsOf(container, subscript) is { } items)
            {
                return SliceExactly(owner, items.ToArray(), Bound("start"), Bound("stop"), Bound("step"), subscript);
            }

            // It is looked at once.
            _index = (subscript, index);
            return null;

            Value Bound(string name) => bounds.Get(SlotKey.Attribute(name)) is { Kind: not ValueKind.None } given ? given : Value.Absent;
        }

        return InstanceClassOf(container) is { Payload: ClassValue own } && IsAllKnown(own) && FindSpecial(container, "__getitem__") is null
            ? RaiseText("TypeError", $"'{NameOfType(container)}' object is not subscriptable", subscript)
            : null;
    }

    private static string IndexMessageOf(HeapObject sequence) => sequence.Kind switch
    {
        ObjectKind.Tuple => "tuple index out of range",
        ObjectKind.Str => "string index out of range",
        ObjectKind.Deque => "deque index out of range",
        ObjectKind.Range => "range object index out of range",
        ObjectKind.Bytes => "index out of range",
        _ => "list index out of range",
    };

    private Value? ItemOfClass(HeapObject type, ClassValue definition, Subscript subscript)
    {
        if (definition.IsEnum)
        {
            var name = EvaluateIndex(subscript);
            return type.Get(SlotKey.Attribute(AllMembersSlot)).Reference is { Contents: EntryContents all } && ExactKeyOf(name) is { } key
                ? all.Holds(key) ? all.ValueOf(key) : RaiseNew("KeyError", name, subscript)
                : throw new NotDeterminedException();
        }

        if (definition.Metaclass is { } metaclass && FindInClass(metaclass, "__getitem__") is { } method)
        {
            return Call(Value.Of(method), new CallArguments([Value.Of(type), EvaluateIndex(subscript)], []), subscript);
        }

        return FindInClass(type, "__class_getitem__") is { } maker ? Call(Value.Of(maker), new CallArguments([Value.Of(type), EvaluateIndex(subscript)], []), subscript)
            : definition.DerivesFromKnown("typing.Generic") || definition.DerivesFromKnown("typing.Protocol") ? Value.Of(type)
            : null;
    }

    /// <summary><c>slice.indices(length)</c>.</summary>
    private Value? IndicesOfSlice(HeapObject slice, Value length, SyntaxNode node)
    {
        if (length is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 } count })
        {
            return null;
        }

        var (lower, upper, step) = (Bound("start"), Bound("stop"), Bound("step"));
        if (BoundsOf(count.Low, lower, upper, step) is not var (start, _, stride))
        {
            return RaiseText("ValueError", "slice step cannot be zero", node);
        }

        var (least, most) = stride < 0 ? (-1L, count.Low - 1) : (0L, count.Low);
        var stop = upper.IsAbsent ? stride < 0 ? least : most : Math.Clamp(upper.Number.Low < 0 ? upper.Number.Low + count.Low : upper.Number.Low, least, most);
        return Value.Of(NewTuple([NewInt(start, node), NewInt(stop, node), NewInt(stride, node)], node));

        Value Bound(string name) => slice.Get(SlotKey.Attribute(name)) is { Kind: not ValueKind.None } given ? given : Value.Absent;
    }

    /// <summary>An assignment to an item, or its deletion, that the type does not allow: the exception is raised. False when it may.</summary>
    private bool RefusesItem(Value container, string action)
    {
        var isFixed = container.Kind is ValueKind.Text or ValueKind.ByteText or ValueKind.Int or ValueKind.Float or ValueKind.None or ValueKind.Bool || container.Reference is { Kind: ObjectKind.Tuple or ObjectKind.Str or ObjectKind.Bytes or ObjectKind.Range or ObjectKind.Set };
        isFixed |= InstanceClassOf(container) is { Payload: ClassValue definition } && IsAllKnown(definition);
        if (!isFixed || !IsOfSureType(container) || NameOfType(container) is not { } name)
        {
            return false;
        }

        RaiseText("TypeError", $"'{name}' object {(action is "deletion" ? "doesn't" : "does not")} support item {action}", _module);
        return true;
    }

    private void DeleteItem(Value container, Expression index)
    {
        if (container.Reference is not { } owner)
        {
            return;
        }

        if (IsExact && FindSpecial(container, "__delitem__") is not null)
        {
            CallSpecial(container, "__delitem__", index is Slice bounds ? EvaluateSlice(bounds) : Evaluate(index), index);
            return;
        }

        if (IsExact && RefusesItem(container, "deletion"))
        {
            return;
        }

        if (index is Slice { Lower: null, Upper: null, Step: null })
        {
            Clear(owner);
            KnowEmpty(owner);
            return;
        }

        if (owner.Contents is ItemContents items && index is Slice part)
        {
            DeleteSlice(owner, items, part);
            return;
        }

        if (index is Slice slice)
        {
            DeletePart(owner, slice, index);
            return;
        }

        var key = Evaluate(index);
        if (owner.Kind == ObjectKind.Dict)
        {
            if (TakeKey(owner, key, index, index is Constant, mayMiss: false).Held == false && !IsCounter(owner))
            {
                // A Counter has nothing against it.
                RaiseNew("KeyError", key, index);
            }

            return;
        }

        if (TakeByte(owner, key))
        {
            return;
        }

        TakeItem(owner, key);
    }
}
