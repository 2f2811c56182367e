using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// <c>__dict__</c> and <c>vars()</c> of instances in the exact run. Once somebody has the dict it and the attributes say the same: what is set or deleted on one side is on the other.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>The dict behind an instance; null when it has none that is followed.</summary>
    private Value? NamespaceExactly(HeapObject target, SyntaxNode node)
    {
        if (target.Kind is not (ObjectKind.Instance or ObjectKind.List or ObjectKind.Dict or ObjectKind.Set) || ClassOf(target) is not { Payload: ClassValue definition } || definition.IsEnum)
        {
            return null;
        }

        if (HasOnlySlots(definition))
        {
            return RaiseAttributelessDict(definition, node);
        }

        var isNew = target.Get(SlotKey.Attribute(NamespaceSlot)).IsAbsent;
        var names = NamespaceOf(target, node);
        if (!isNew && names.GetMeta(Meta.Namespace).High != NamespaceShown && target.Slots.ToArray().Any(slot => IsInNamespace(target, slot.Key) && !slot.Value.IsAbsent))
        {
            // Names that were made at run time stand apart: which of all came first is not known.
            NotDetermined();
        }

        if (isNew)
        {
            var slots = target.Slots.ToArray();
            foreach (var slot in slots)
            {
                if (IsInNamespace(target, slot.Key) && slot.Value is { IsAbsent: false })
                {
                    PutQuietly(names, (string?)slot.Key.Name ?? string.Empty, slot.Value);
                }
            }

            _heap.SetMeta(names, Meta.Namespace, NamespaceShown);
            NoteNamespace(target, NamespaceShown);
        }

        return Value.Of(names);
    }

    private Value RaiseAttributelessDict(ClassValue definition, SyntaxNode node) => RaiseText("AttributeError", $"'{definition.Name}' object has no attribute '__dict__'", node);

    private static bool IsInNamespace(HeapObject target, SlotKey key) =>
        key is { Kind: SlotKind.Attribute, Number: 0, Name: string { Length: > 0 } name } && name[0] != '<' && name is not NamespaceSlot
        && !(IsException(target) && name is "args" or "__traceback__" or "__context__" or "__cause__" or "__suppress_context__")
        && !(ClassOf(target)?.Payload is ClassValue definition && definition.Ancestors.Any(static one => one.Payload is ClassValue { SlotCount: not null }) && HasSlot(definition, name));

    private void PutQuietly(HeapObject names, string name, Value value)
    {
        if (names.Contents is not EntryContents entries)
        {
            throw new NotDeterminedException();
        }

        var key = ExactKey.Of(name);
        if (!entries.Holds(key))
        {
            _heap.AddMeta(names, Meta.Length, Quantities.Quantity.One);
        }

        entries.Put(key, Value.OfText(name), value);
    }

    /// <summary>What was done to the dict since is done to the attribute, before that is looked at.</summary>
    private void PullAttribute(HeapObject target, string name)
    {
        if (target.Kind == ObjectKind.Growth || target.Get(SlotKey.Attribute(NamespaceSlot)).Reference is not { Contents: EntryContents entries } names || names.GetMeta(Meta.Namespace).High != NamespaceShown)
        {
            return;
        }

        var key = SlotKey.Attribute(name);
        var held = entries.Holds(ExactKey.Of(name)) ? entries.ValueOf(ExactKey.Of(name)) : Value.Absent;
        if (held != target.Get(key) && IsInNamespace(target, key))
        {
            _heap.Set(target, key, held);
        }
    }

    /// <summary>An attribute was set or deleted: the dict that somebody may hold shows it.</summary>
    private void PushAttribute(HeapObject target, string name, Value value)
    {
        if (target.Get(SlotKey.Attribute(NamespaceSlot)).Reference is not { Contents: EntryContents entries } names || names.GetMeta(Meta.Namespace).High != NamespaceShown || !IsInNamespace(target, SlotKey.Attribute(name)))
        {
            return;
        }

        if (!value.IsAbsent)
        {
            PutQuietly(names, name, value);
        }
        else if (entries.Holds(ExactKey.Of(name)))
        {
            entries.Remove(ExactKey.Of(name));
            _heap.AddMeta(names, Meta.Length, -1);
        }
    }
}
