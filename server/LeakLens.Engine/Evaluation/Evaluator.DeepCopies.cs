using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>copy.deepcopy</c>.</summary>
internal sealed partial class Evaluator
{
    /// <summary>copy.deepcopy: every container and instance anew, what cannot change is shared.</summary>
    private Value DeepCopy(Value value, SyntaxNode node)
    {
        var copies = new Dictionary<HeapObject, HeapObject>();
        return value.Reference is { } source ? Value.Of(DeepCopy(source, copies, node)) : value;
    }

    private HeapObject DeepCopy(HeapObject source, Dictionary<HeapObject, HeapObject> copies, SyntaxNode node)
    {
        const int MostCopies = 256;
        if (copies.TryGetValue(source, out var done))
        {
            return done;
        }

        if (IsExact && source is { Contents: not null } or { Kind: ObjectKind.Tuple, IsSummary: false } && DeepCopyExactly(source, copies, node) is { } exact)
        {
            return exact;
        }

        if (source.Kind == ObjectKind.Instance && CallSpecial(Value.Of(source), "__deepcopy__", Value.Of(_heap.Allocate(ObjectKind.Dict, node, _frame.Context)), node) is { } own)
        {
            copies.Add(source, own.Reference ?? source);
            return own.Reference ?? source;
        }

        if (source.Kind is not (ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray or ObjectKind.Instance or ObjectKind.Opaque or ObjectKind.Tuple)
            || (copies.Count > MostCopies && !IsExact) || IsImmutableInside(source, 0))
        {
            return source;
        }

        var copy = _heap.AllocateAt(source, node, _frame.Context);
        copies.Add(source, copy);
        for (var i = 0; i < source.Slots.Length; i++)
        {
            var slot = source.Slots[i];
            if (slot.Key.Kind == SlotKind.Group && slot.Key.Name is HeapObject held)
            {
                AddReference(copy, DeepCopy(held.Resolve(), copies, node), slot.Value.Number);
            }
            else if (slot.Value.Reference is not { Kind: ObjectKind.Growth } && !IsLayout(slot.Key))
            {
                _heap.Set(copy, slot.Key, DeepCopy(slot.Value, copies, node));
            }
        }

        NoteNamespace(source, NamespaceShown);
        NoteNamespace(copy, NamespaceOwn);
        return copy;
    }

    /// <summary>How an object keeps its attributes is its own affair.</summary>
    private static bool IsLayout(SlotKey key) => key.Kind == SlotKind.Meta && (Meta)key.Number is Meta.Room or Meta.Namespace;

    /// <summary>copy.copy: another instance with the same attributes, which come to it through its <c>__dict__</c>.</summary>
    private Value ShallowCopy(Value value, SyntaxNode node)
    {
        if (value.Reference is not { Kind: ObjectKind.Instance } source)
        {
            return CopyOf(value, Value.Absent, node);
        }

        if (CallSpecial(value, "__copy__", CallArguments.None, node) is { } own)
        {
            return own;
        }

        var copy = _heap.AllocateAt(source, node, _frame.Context);
        foreach (var slot in source.Slots.ToArray())
        {
            if (slot.Value.Reference is not { Kind: ObjectKind.Growth } && !IsLayout(slot.Key))
            {
                _heap.Set(copy, slot.Key, slot.Value);
            }
        }

        NoteNamespace(source, NamespaceShown);
        NoteNamespace(copy, NamespaceShown);
        return Value.Of(copy);
    }

    /// <summary>A tuple of what cannot change is its own copy.</summary>
    private static bool IsImmutableInside(HeapObject source, int depth)
    {
        if (source.Kind != ObjectKind.Tuple || depth > 3)
        {
            return false;
        }

        foreach (var slot in source.Slots)
        {
            var held = slot.Key.Kind == SlotKind.Group ? (slot.Key.Name as HeapObject)?.Resolve() : slot.Value.Reference;
            if (held is not null && !(held.IsLeaf || held.Kind is ObjectKind.Int or ObjectKind.Float or ObjectKind.Function or ObjectKind.Class || IsImmutableInside(held, depth + 1)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As Lib/copy.py does it: items come to the copy one by one, so that its table has the room of one that grew.</summary>
    private HeapObject? DeepCopyExactly(HeapObject source, Dictionary<HeapObject, HeapObject> copies, SyntaxNode node)
    {
        _budget.Step();
        switch (source)
        {
            case { Kind: ObjectKind.List or ObjectKind.Deque, Contents: ItemContents items }:
                var list = CopyOfKind(source, copies, node);
                foreach (var item in items.All.ToArray())
                {
                    Add(list, DeepCopy(item, copies, node), node, "deepcopy");
                }

                return list;
            case { Kind: ObjectKind.Dict, Contents: EntryContents entries }:
                var dict = CopyOfKind(source, copies, node);
                foreach (var key in KeysOf(entries))
                {
                    SetKey(dict, DeepCopy(key, copies, node), DeepCopy(entries.ValueOf(RequireKey(key)), copies, node), node, isLiteral: false);
                }

                return dict;
            case { Kind: ObjectKind.Set, Contents: EntryContents members }:
                var set = CopyOfKind(source, copies, node);
                KeysOf(members).ForEach(member => Add(set, DeepCopy(member, copies, node), node, "deepcopy"));
                return set;
            case { Kind: ObjectKind.Tuple, Payload: null }:
                return DeepCopyTuple(source, copies, node);
            default:
                return null;
        }
    }

    private HeapObject CopyOfKind(HeapObject source, Dictionary<HeapObject, HeapObject> copies, SyntaxNode node)
    {
        var copy = _heap.Allocate(source.Kind, node, _frame.Context, source.Payload is DictView ? null : source.Payload);
        foreach (var slot in source.OwnSlots.ToArray())
        {
            // What the class of a container keeps with it, and how long a deque may be.
            if (slot.Key.Kind == SlotKind.Attribute && slot.Value.Reference is not { Kind: ObjectKind.Growth })
            {
                _heap.Set(copy, slot.Key, slot.Value);
            }
        }

        copies.Add(source, copy);
        return copy;
    }

    /// <summary>A tuple of things that are their own copies is its own copy.</summary>
    private HeapObject? DeepCopyTuple(HeapObject source, Dictionary<HeapObject, HeapObject> copies, SyntaxNode node)
    {
        if (ItemsOf(Value.Of(source), node) is not { } parts)
        {
            return null;
        }

        var copied = parts.ConvertAll(part => DeepCopy(part, copies, node));
        for (var i = 0; i < parts.Count; i++)
        {
            if (!ReferenceEquals(parts[i].Reference, copied[i].Reference))
            {
                return copies[source] = NewTuple(copied, node);
            }
        }

        return source;
    }

    private Value DeepCopy(Value value, Dictionary<HeapObject, HeapObject> copies, SyntaxNode node) =>
        value.Reference is { Kind: not ObjectKind.Growth } held ? SameValue(value, DeepCopy(held, copies, node)) : value;

    /// <summary>A number or text that is its own copy stays what is known of it.</summary>
    private static Value SameValue(Value value, HeapObject copy) => ReferenceEquals(value.Reference, copy) ? value : Value.Of(copy);
}
