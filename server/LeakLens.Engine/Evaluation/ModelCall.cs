using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>One call of a library model: its variables, and where in the program it stands.</summary>
internal sealed record ModelCall(Value[] Variables, SyntaxNode Node, string Name);
