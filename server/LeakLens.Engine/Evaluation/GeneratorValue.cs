using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a generator or coroutine runs: a function whose arguments are bound already, or an expression.</summary>
/// <param name="First">Of an expression: what its first clause runs over, which Python evaluates at once.</param>
/// <param name="Closure">The frame in which it was made.</param>
internal sealed record GeneratorValue(HeapObject? Function, FunctionValue? Definition, GeneratorExp? Expression, Value First, Frame Closure, int Context)
{
    private const long FunctionOfExpression = 152;

    /// <summary>Bytes of the generator and the frame in it; an expression keeps its own function besides.</summary>
    public long Bytes(TargetVersion target)
    {
        if (Definition is { } definition)
        {
            return Sizes.ObjectSizes.Generator(CountNames(definition.Scope) + StackDepth.Of(definition.Definition), target);
        }

        return Expression is null ? 0 : Sizes.ObjectSizes.Generator(1 + Expression.Generators.Length + StackDepth.Of(Expression), target) + FunctionOfExpression;
    }

    private static int CountNames(Python.Binding.Scope scope) =>
        scope.Symbols.Count(static symbol => symbol.Use is Python.Binding.SymbolUse.Local or Python.Binding.SymbolUse.Cell or Python.Binding.SymbolUse.Free);
}
