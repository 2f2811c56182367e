using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>What a slot held before it was written. A null key stands for the fold of the object into a summary.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalEntry(HeapObject Target, SlotKey? Key, Value Old);
