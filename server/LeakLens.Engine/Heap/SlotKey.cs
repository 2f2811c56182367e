using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>Names one slot of an object.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SlotKey : IEquatable<SlotKey>
{
    // Keys are copied by the million: a number that takes more than 32 bits, which hardly any does, stands where a name would.
    private readonly object? _name;
    private readonly int _number;

    public SlotKey(SlotKind kind, long number, object? name)
    {
        Kind = kind;
        _number = (int)number;
        _name = _number == number ? name : new LargeNumber(number, name);
    }

    public SlotKind Kind { get; }

    public long Number => _name is LargeNumber large ? large.Number : _number;

    public object? Name => _name is LargeNumber large ? large.Name : _name;

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
        Kind == other.Kind && _number == other._number && (ReferenceEquals(_name, other._name) || IsSameName(_name, other._name));

    public override bool Equals(object? obj) => obj is SlotKey other && Equals(other);

    public override int GetHashCode()
    {
        var name = _name switch
        {
            null => 0,
            string text => string.GetHashCode(text, StringComparison.Ordinal),
            LargeNumber => 0,
            var other => RuntimeHelpers.GetHashCode(other),
        };
        return (((int)Kind * 397) ^ _number) * 397 ^ name;
    }

    private static bool IsSameName(object? left, object? right) => left switch
    {
        string text => right is string other && string.Equals(text, other, StringComparison.Ordinal),
        LargeNumber number => right is LargeNumber other && number.Number == other.Number && Equals(number.Name, other.Name),
        _ => false,
    };

    private sealed class LargeNumber(long number, object? name)
    {
        public long Number => number;

        public object? Name => name;
    }
}
