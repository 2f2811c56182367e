using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>A part of an object: a reference it holds, or a number it has.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Slot(SlotKey Key, Value Value);
