using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A slot of an object that is older than the loop which changes it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct TrackedSlot(HeapObject owner, SlotKey key, int position)
{
    public readonly HeapObject Owner = owner;
    public readonly SlotKey Key = key;
    public readonly int Position = position;

    /// <summary>Of two variables: whether this one is of the inner frame, or of the same frame and further in front.</summary>
    public bool ComesBefore(in TrackedSlot other) => Owner.Birth == other.Owner.Birth ? Position < other.Position : Owner.Birth > other.Owner.Birth;

    /// <summary>What the slot holds in <paramref name="carrier"/>, the object that stands for the owner by now.</summary>
    public Value Read(HeapObject carrier) => ReferenceEquals(carrier, Owner) ? carrier.At(Position).Value : carrier.Get(Key);
}
