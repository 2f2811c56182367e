using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a class object is: its definition and its bases; its attributes are slots of the object.</summary>
/// <param name="KnownBases">Qualified names of the bases that the program does not define.</param>
internal sealed record ClassValue(ClassDef Definition, IReadOnlyList<HeapObject> Bases, IReadOnlyList<string> KnownBases, bool HasUnknownBase);
