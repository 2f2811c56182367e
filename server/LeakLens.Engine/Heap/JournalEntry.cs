using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>
/// What a slot held before it was written, and where in the journal its previous write stands: a write is the slot's first
/// since a mark exactly when its previous write lies before the mark. A position of -1 stands for the fold of the object
/// into a summary.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalEntry(HeapObject Target, int Position, int PreviousWrite, Value Old);
