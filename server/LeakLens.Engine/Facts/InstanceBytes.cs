using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Facts;

/// <summary>Bytes of an instance without what its attributes refer to. Exceptions were measured on CPython 3.11 alone.</summary>
internal static class InstanceBytes
{
    public static long Of(HeapObject instance, TargetVersion target) =>
        OfException(instance) ?? ObjectSizes.Instance(CountAttributes(instance), target);

    private static long? OfException(HeapObject instance)
    {
        if (Evaluator.ExceptionTypeOf(instance) is not { } type)
        {
            return null;
        }

        var own = instance.Payload is ExceptionType ? 0 : ExceptionType.OfProgram;
        return type.Bytes + own + (CountAttributes(instance) > 0 ? ExceptionType.Namespace : 0);
    }

    /// <summary>Attributes of the program; those that every exception has are part of it.</summary>
    private static int CountAttributes(HeapObject instance)
    {
        var count = 0;
        foreach (var slot in instance.Slots)
        {
            count += slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !slot.Value.IsAbsent && !IsBuiltIn(name) ? 1 : 0;
        }

        return count;
    }

    private static bool IsBuiltIn(string name) =>
        name.StartsWith('<') || name is "args" or "__traceback__" or "__context__" or "__cause__" or "__suppress_context__";
}
