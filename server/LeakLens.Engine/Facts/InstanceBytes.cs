using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Facts;

/// <summary>Bytes of an instance without what its attributes refer to. Exceptions were measured on CPython 3.11 alone.</summary>
internal static class InstanceBytes
{
    private const long PerSlot = 8;

    /// <summary>What a class of the program adds to the built-in container that it derives from: dict, weak references, and the dict once there are attributes.</summary>
    private const long DerivedContainer = 24;
    private const long DerivedNamespace = 333;

    public static long Of(HeapObject instance, TargetVersion target)
    {
        if (Evaluator.ExceptionTypeOf(instance) is { } exception)
        {
            var own = instance.Payload is ExceptionType ? 0 : ExceptionType.OfProgram;
            return exception.Bytes + own + (CountAttributes(instance) > 0 ? ExceptionType.Namespace : 0);
        }

        // What a class derives from is part of each instance.
        var inherited = instance.Payload is HeapObject { Payload: ClassValue } type && Evaluator.FindKnownBase(type) is { Storage: ObjectKind.Opaque, Bytes: var bytes } ? bytes : 0;
        return inherited + (CountSlots(instance) is { } slots ? ObjectSizes.SlottedInstance(slots) : OfPlain(instance, target));
    }

    private static long OfPlain(HeapObject instance, TargetVersion target)
    {
        var attributes = CountAttributes(instance);
        return instance.GetMeta(Meta.Namespace).High switch
        {
            Evaluator.NamespaceShown => ObjectSizes.Instance(attributes, target, instance.GetMeta(Meta.Room).High) + ContainerSizes.Dict(0, stringKeys: true),
            Evaluator.NamespaceOwn => ObjectSizes.InstanceWithDict(attributes, target),
            _ => ObjectSizes.Instance(attributes, target, instance.GetMeta(Meta.Room).High),
        };
    }

    /// <summary>What an instance of a class of the program costs more than the built-in container that it is.</summary>
    public static long AddedToContainer(HeapObject container)
    {
        if (container.Payload is not HeapObject { Payload: ClassValue definition })
        {
            return 0;
        }

        return definition.Record == RecordKind.NamedTuple ? PerSlot
            : DerivedContainer + (CountAttributes(container) > 0 ? DerivedNamespace : 0);
    }

    /// <summary>Slots of a class all of whose ancestors have <c>__slots__</c>; null when instances have a dict.</summary>
    private static int? CountSlots(HeapObject instance)
    {
        if (instance.Payload is not HeapObject { Payload: ClassValue { Ancestors: var ancestors } })
        {
            return null;
        }

        var sum = 0;
        foreach (var ancestor in ancestors)
        {
            if (ancestor.Payload is not ClassValue { SlotCount: { } slots } definition || definition.KnownBases.Any(static name => !HasNoDict(name)))
            {
                return null;
            }

            sum += slots;
        }

        return sum;
    }

    private static bool HasNoDict(string name) =>
        name is "object" or "abc.ABC" or "typing.Generic" or "typing.Protocol" || name.StartsWith("collections.abc.", StringComparison.Ordinal);

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
        name.StartsWith('<') || name is "args" or "__traceback__" or "__context__" or "__cause__" or "__suppress_context__" or "__dict__";
}
