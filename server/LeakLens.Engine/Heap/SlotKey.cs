using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>Names one slot of an object.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SlotKey(SlotKind Kind, long Number, object? Name)
{
    /// <summary>A named slot is a place in the program that holds exactly one reference.</summary>
    public bool IsNamed => Kind is SlotKind.Local or SlotKind.Attribute or SlotKind.Item or SlotKind.Key;

    public static SlotKey Local(int index) => new(SlotKind.Local, index, null);

    public static SlotKey Attribute(string name) => new(SlotKind.Attribute, 0, name);

    public static SlotKey Item(long index) => new(SlotKind.Item, index, null);

    public static SlotKey Key(string text) => new(SlotKind.Key, 0, text);

    public static SlotKey Key(long number) => new(SlotKind.Key, number, null);

    public static SlotKey Group(HeapObject target) => new(SlotKind.Group, 0, target);

    public static SlotKey Of(Meta meta) => new(SlotKind.Meta, (long)meta, null);
}
