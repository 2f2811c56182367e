using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>A generator that was made and not yet run: the call that made it, or the expression it is.</summary>
internal sealed record GeneratorValue(HeapObject? Function, FunctionValue? Definition, CallArguments Arguments, GeneratorExp? Expression, Frame Closure, SyntaxNode Call);
