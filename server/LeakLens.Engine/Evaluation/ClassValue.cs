using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a class object is: its definition and its bases; its attributes are slots of the object.</summary>
internal sealed record ClassValue(ClassDef Definition, IReadOnlyList<HeapObject> Bases, bool HasUnknownBase);
