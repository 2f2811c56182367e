using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>A part of an object: a reference it holds, or a number it has.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct Slot(SlotKey Key, Value Value)
{
    /// <summary>Journal position of the latest write; -1 before the first.</summary>
    public int LastWrite { get; set; } = -1;

    /// <summary>The number of the latest join that looked at the slot.</summary>
    public int Stamp { get; set; }
}
