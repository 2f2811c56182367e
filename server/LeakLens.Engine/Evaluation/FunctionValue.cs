using System.Collections.Immutable;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a function object runs: its parameters, its body, and the frame it closes over.</summary>
/// <param name="Body">Empty for a lambda, whose value is <paramref name="Expression"/>.</param>
internal sealed record FunctionValue(
    SyntaxNode Definition,
    string Name,
    Arguments Parameters,
    ImmutableArray<Statement> Body,
    Expression? Expression,
    Scope Scope,
    Frame Closure);
