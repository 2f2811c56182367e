using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>An annotated name of a class body: a field of a dataclass or of a NamedTuple.</summary>
internal sealed record ClassField(string Name, AnnAssign Definition);
