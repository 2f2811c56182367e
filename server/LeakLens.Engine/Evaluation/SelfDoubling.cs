using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Functions that call themselves in more than one place and otherwise only compute: <c>return f(k - 1) + f(k - 1)</c>. The same arguments give the same
/// answer as long as the outermost of their calls runs. Known from the tree alone.
/// </summary>
/// <param name="name">The name of the function, by which it calls itself.</param>
/// <param name="parameters">The names of its parameters.</param>
internal sealed class SelfDoubling(string name, ImmutableHashSet<string> parameters)
{
    private int _ownCalls;
    private readonly ImmutableHashSet<string> _given = parameters;
    private ImmutableHashSet<string> _locals = parameters;

    /// <summary>Whether the function is one of these.</summary>
    public static bool Is(FunctionDef function)
    {
        if (!function.Decorators.IsEmpty || function.IsAsync)
        {
            return false;
        }

        var locals = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var parameter in function.Parameters.PositionalOnly.AddRange(function.Parameters.Positional))
        {
            locals.Add(parameter.Name);
        }

        var search = new SelfDoubling(function.Name, locals.ToImmutable());
        return search.Computes(function.Body) && search._ownCalls > 1;
    }

    private bool Computes(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            if (!Computes(statement))
            {
                return false;
            }
        }

        return true;
    }

    private bool Computes(Statement statement) => statement switch
    {
        Pass or Expr { Value: Constant } => true,
        Return { Value: var value } => value is null || Computes(value),
        If branch => Computes(branch.Test) && Computes(branch.Body) && Computes(branch.OrElse),
        Assign { Targets: [Name target] } assign => Binds(target, assign.Value),
        _ => false,
    };

    private bool Binds(Name target, Expression value)
    {
        if (!Computes(value) || string.Equals(target.Id, name, StringComparison.Ordinal))
        {
            return false;
        }

        _locals = _locals.Add(target.Id);
        return true;
    }

    private bool Computes(Expression expression) => expression switch
    {
        Constant => true,
        Name { Id: var id } => _locals.Contains(id),
        BinOp operation => Computes(operation.Left) && Computes(operation.Right),
        UnaryOp operation => Computes(operation.Operand),
        BoolOp operation => operation.Values.All(Computes),
        Compare compare => Computes(compare.Left) && compare.Comparators.All(Computes),
        IfExp choice => Computes(choice.Test) && Computes(choice.Body) && Computes(choice.OrElse),
        List list => list.Elements.All(IsPlain),
        Python.Syntax.Tuple tuple => tuple.Elements.All(IsPlain),
        Call { Function: Name { Id: var id }, Keywords.IsEmpty: true } call when string.Equals(id, name, StringComparison.Ordinal) => CountOwn(call),
        _ => false,
    };

    /// <summary>What holds answers, as a tree does, holds each of them: those are not told again.</summary>
    private bool IsPlain(Expression element) => element is Constant || (element is Name { Id: var id } && _given.Contains(id));

    private bool CountOwn(Call call)
    {
        _ownCalls++;
        return call.Arguments.All(Computes);
    }
}
