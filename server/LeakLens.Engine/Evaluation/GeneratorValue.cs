using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>A generator that was made and not yet run: the call that made it, or the expression it is.</summary>
/// <param name="First">Of an expression: what its first clause runs over, which Python evaluates at once.</param>
internal sealed record GeneratorValue(HeapObject? Function, FunctionValue? Definition, CallArguments Arguments, GeneratorExp? Expression, Value First, Frame Closure, SyntaxNode Call);
