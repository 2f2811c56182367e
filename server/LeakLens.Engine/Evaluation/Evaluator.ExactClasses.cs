using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Making instances in the exact run: abstract classes, and classes that take no arguments.</summary>
internal sealed partial class Evaluator
{
    private const string AbstractSlot = "<abstract>";

    /// <summary>The call raised: the class is abstract, or takes no such arguments.</summary>
    private bool RefusesInstance(HeapObject type, ClassValue definition, CallArguments arguments, SyntaxNode node)
    {
        if (definition.DerivesFromKnown("abc.ABC") || definition.Metaclass?.Payload is ClassValue || definition.HasAbstractMetaclass)
        {
            var open = definition.OpenMethods ??= AbstractMethodsOf(definition);
            if (open.Count > 0)
            {
                RaiseText("TypeError", $"Can't instantiate abstract class {definition.Name} with abstract method{PluralOf(open.Count)} {string.Join(", ", open)}", node);
                return true;
            }
        }

        if (arguments.Positional.Count + arguments.Named.Count > 0 && IsAllKnown(definition) && RecordOf(definition) is null && FindInClass(type, "__init__") is null && FindInClass(type, "__new__") is null)
        {
            RaiseText("TypeError", $"{definition.Name}() takes no arguments", node);
            return true;
        }

        return false;
    }

    /// <summary>A tuple of a class of the program has the items that it is made of.</summary>
    private void FillTuple(HeapObject tuple, CallArguments arguments, SyntaxNode node)
    {
        var items = new List<Value>();
        if (arguments.Positional.Count > 0 && !TryUnpack(arguments[0], items, node))
        {
            NotDetermined();
        }

        for (var i = 0; i < items.Count; i++)
        {
            _heap.Set(tuple, SlotKey.Item(i), items[i]);
        }

        _heap.SetMeta(tuple, Meta.Length, items.Count);
    }

    /// <summary>Null when not all classes that the class derives from are known.</summary>
    private static List<Value>? OrderOf(HeapObject type) =>
        type.Payload is ClassValue definition && definition.Ancestors.All(static one => one.Payload is ClassValue { HasUnknownBase: false })
            ? [.. definition.Ancestors.Select(Value.Of), Value.Of(new KnownThing("object"))]
            : null;

    private static List<Value>? BasesOf(HeapObject type) =>
        type.Payload is not ClassValue definition || (definition.HasUnknownBase && definition.KnownBases.Count == 0) || (definition.Bases.Count > 0 && definition.KnownBases.Count > 0) ? null
            : definition.Bases.Count > 0 ? [.. definition.Bases.Select(Value.Of)]
            : definition.KnownBases.Count > 0 ? [.. definition.KnownBases.Select(static name => Value.Of(new KnownThing(name)))]
            : [Value.Of(new KnownThing("object"))];

    /// <summary>Names that the class or an ancestor declares abstract and that nothing closer defines.</summary>
    private static List<string> AbstractMethodsOf(ClassValue definition)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var ancestor in definition.Ancestors)
        {
            foreach (var slot in ancestor.Slots)
            {
                if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !slot.Value.IsAbsent && seen.Add(name) && slot.Value.Reference?.Get(SlotKey.Attribute(AbstractSlot)) is { IsAbsent: false })
                {
                    open.Add(name);
                }
            }
        }

        return [.. open];
    }
}
