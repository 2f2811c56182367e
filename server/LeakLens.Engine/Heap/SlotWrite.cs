using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>A slot, by its object and position, with a value that it had or is to have.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SlotWrite(HeapObject Target, int Position, Value Value)
{
    public SlotKey Key => Target.At(Position).Key;
}
