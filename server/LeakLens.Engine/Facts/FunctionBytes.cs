using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Bytes of a function object without what it refers to, measured on CPython 3.11: with its cells, its defaults and its attributes.</summary>
internal static class FunctionBytes
{
    /// <summary>A dict of a few names: the defaults of keyword-only parameters, the attributes.</summary>
    private const long Namespace = 184;

    public static long Of(HeapObject function)
    {
        var bytes = ObjectSizes.Function(TargetVersion.Python311);
        if (function.Payload is not FunctionValue definition)
        {
            return bytes;
        }

        var cells = definition.Scope.Symbols.Count(static symbol => symbol.Use == SymbolUse.Free);
        if (cells > 0)
        {
            bytes += ContainerSizes.Tuple(cells) + (cells * ObjectSizes.Cell);
        }

        // Defaults that are constants are one tuple for ever.
        var defaults = definition.Parameters.Defaults;
        if (!defaults.IsEmpty && !defaults.All(static standard => standard is Constant))
        {
            bytes += ContainerSizes.Tuple(defaults.Length);
        }

        bytes += definition.Parameters.KeywordDefaults.Any(static standard => standard is not null) ? Namespace : 0;
        return bytes + (HasAttributes(function) ? Namespace : 0);
    }

    private static bool HasAttributes(HeapObject function)
    {
        foreach (var slot in function.Slots)
        {
            if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !name.StartsWith('<') && !slot.Value.IsAbsent)
            {
                return true;
            }
        }

        return false;
    }
}
