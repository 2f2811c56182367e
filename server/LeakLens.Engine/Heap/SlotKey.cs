using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>Names one slot of an object.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SlotKey : IEquatable<SlotKey>
{
    public SlotKey(SlotKind kind, long number, object? name)
    {
        Kind = kind;
        Number = number;
        Name = name;
    }

    public SlotKind Kind { get; }

    public long Number { get; }

    public object? Name { get; }

    /// <summary>A named slot is a place in the program that holds exactly one reference.</summary>
    public bool IsNamed => Kind is SlotKind.Local or SlotKind.Attribute or SlotKind.Item or SlotKind.Key;

    public static bool operator ==(SlotKey left, SlotKey right) => left.Equals(right);

    public static bool operator !=(SlotKey left, SlotKey right) => !left.Equals(right);

    public static SlotKey Local(int index) => new(SlotKind.Local, index, null);

    public static SlotKey Attribute(string name) => new(SlotKind.Attribute, 0, name);

    public static SlotKey Item(long index) => new(SlotKind.Item, index, null);

    public static SlotKey Key(string text) => new(SlotKind.Key, 0, text);

    public static SlotKey Key(long number) => new(SlotKind.Key, number, null);

    public static SlotKey Group(HeapObject target) => new(SlotKind.Group, 0, target);

    public static SlotKey Recent(long index) => new(SlotKind.Recent, index, null);

    public static SlotKey LatestKey => new(SlotKind.Latest, 0, null);

    public static SlotKey LatestValue => new(SlotKind.Latest, 1, null);

    public static SlotKey RecentKey(long index) => new(SlotKind.RecentKey, index, null);

    public static SlotKey RecentKeyObject(long index) => new(SlotKind.RecentKeyObject, index, null);

    public static SlotKey Of(Meta meta) => new(SlotKind.Meta, (long)meta, null);

    public bool Equals(SlotKey other) =>
        Kind == other.Kind && Number == other.Number
        && (ReferenceEquals(Name, other.Name) || (Name is string left && other.Name is string right && string.Equals(left, right, StringComparison.Ordinal)));

    public override bool Equals(object? obj) => obj is SlotKey other && Equals(other);

    public override int GetHashCode()
    {
        var name = Name switch
        {
            null => 0,
            string text => string.GetHashCode(text, StringComparison.Ordinal),
            var other => RuntimeHelpers.GetHashCode(other),
        };
        return (((int)Kind * 397) ^ (int)Number) * 397 ^ name;
    }
}
