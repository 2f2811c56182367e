using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Facts;

/// <summary>Bytes of an instance without what its attributes refer to, measured on CPython 3.11.</summary>
internal static class InstanceBytes
{
    private const long WithDict = 72;
    private const long PerAttribute = 8;

    /// <summary>Attributes that fit behind the object; more of them need a dict of their own.</summary>
    private const int MostInline = 29;

    /// <summary>An instance whose attributes have moved to a dict.</summary>
    private const long WithDictOfItsOwn = 1640;

    public static long Of(HeapObject instance)
    {
        if (OfException(instance) is { } exception)
        {
            return exception;
        }

        var count = CountAttributes(instance);
        return count > MostInline ? WithDictOfItsOwn + (Math.Max(0, count - 42) * 24L) : WithDict + (PerAttribute * count);
    }

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
