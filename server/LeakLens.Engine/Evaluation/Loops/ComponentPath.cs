using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// A part of the state that a loop changes: a slot of an object that is older than the loop (Owner is its birth), or,
/// when Parent is set, a slot of the object that another component refers to.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ComponentPath(int Parent, int Owner, SlotKey Key);
