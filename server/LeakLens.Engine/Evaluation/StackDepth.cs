using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// The evaluation stack that CPython 3.11 reserves in a frame (co_stacksize), near enough: it decides a few dozen bytes of a
/// held frame. Follows Python/compile.c: what waits on the stack while a part is computed adds to that part.
/// </summary>
internal static class StackDepth
{
    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<int>> Known = [];

    public static int Of(SyntaxNode definition) => Known.GetValue(definition, static node => new StrongBox<int>(Math.Max(1, Compute(node)))).Value;

    private static int Compute(SyntaxNode definition) => definition switch
    {
        FunctionDef function => OfBody(function.Body),
        Lambda lambda => Of(lambda.Body),
        GeneratorExp generator => 1 + Math.Max(Of(generator.Element), generator.Generators.Max(static clause => clause.Conditions.Select(Of).DefaultIfEmpty(1).Max())),
        _ => 2,
    };

    private static int OfBody(ImmutableArray<Statement> body)
    {
        var most = 1;
        foreach (var statement in body)
        {
            most = Math.Max(most, Of(statement));
        }

        return most;
    }

    private static int Of(Statement statement) => statement switch
    {
        Expr expression => Of(expression.Value),
        Assign assign => Math.Max(Of(assign.Value), assign.Targets.Max(target => OfTarget(target) + assign.Targets.Length)),
        AugAssign augmented => augmented.Target is Name ? Math.Max(1, 1 + Of(augmented.Value)) : 3 + Of(augmented.Value),
        AnnAssign { Value: { } value } annotated => Math.Max(Of(value), 1 + OfTarget(annotated.Target)),
        Return { Value: { } value } => Of(value),
        If branch => Math.Max(Of(branch.Test), Math.Max(OfBody(branch.Body), OfBody(branch.OrElse))),
        While loop => Math.Max(Of(loop.Test), Math.Max(OfBody(loop.Body), OfBody(loop.OrElse))),
        For loop => Math.Max(Of(loop.Iterable), Math.Max(2, 1 + OfBody(loop.Body))),
        Raise { Exception: { } exception } => Math.Max(Of(exception), 1),
        With with => with.Items.Length + Math.Max(7, with.Items.Length + OfBody(with.Body)),
        Try attempt => OfTry(attempt),
        FunctionDef function => 2 + function.Decorators.Length,
        Match match => 3 + match.Cases.Max(static one => OfBody(one.Body)),
        _ => 2,
    };

    /// <summary>A handler runs on top of the exception, the old one, the position and the type that it is compared with.</summary>
    private static int OfTry(Try attempt)
    {
        var most = OfBody(attempt.Body);
        foreach (var handler in attempt.Handlers)
        {
            most = Math.Max(most, 4);
            most = Math.Max(most, (handler.Name is null ? 1 : 2) + OfBody(handler.Body));
        }

        return Math.Max(most, attempt.FinalBody.IsEmpty ? 0 : Math.Max(4, 2 + OfBody(attempt.FinalBody)));
    }

    private static int OfTarget(Expression target) => target switch
    {
        Attribute attribute => Of(attribute.Value),
        Subscript subscript => Math.Max(Of(subscript.Value), 1 + Of(subscript.Index)),
        Python.Syntax.Tuple tuple => tuple.Elements.Length - 1,
        _ => 0,
    };

    private static int Of(Expression expression) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? OfParts(expression) : 1;

    private static int OfParts(Expression expression) => expression switch
    {
        BinOp operation => Math.Max(Of(operation.Left), 1 + Of(operation.Right)),
        BoolOp operation => operation.Values.Max(Of),
        UnaryOp unary => Of(unary.Operand),
        Compare comparison => Math.Max(Of(comparison.Left), 1 + comparison.Comparators.Max(Of)),
        Call call => OfCall(call),
        Attribute attribute => Of(attribute.Value),
        Subscript subscript => Math.Max(Of(subscript.Value), 1 + Of(subscript.Index)),
        Slice slice => OfRow([.. new[] { slice.Lower, slice.Upper, slice.Step }.OfType<Expression>()], 0),
        IfExp conditional => Math.Max(Of(conditional.Test), Math.Max(Of(conditional.Body), Of(conditional.OrElse))),
        List list => OfRow(list.Elements, 0),
        Python.Syntax.Tuple tuple => ConstantFolder.IsConstantTuple(tuple) ? 1 : OfRow(tuple.Elements, 0),
        Set set => OfRow(set.Elements, 0),
        Dict dict => 2 * dict.Values.Length,
        JoinedStr joined => OfRow(joined.Values, 0),
        FormattedValue field => Of(field.Value),
        ListComp or SetComp or DictComp => 3,
        GeneratorExp => 2,
        Yield { Value: { } value } => Of(value),
        YieldFrom delegated => Math.Max(2, Of(delegated.Value)),
        Await awaited => Math.Max(2, Of(awaited.Value)),
        NamedExpr named => 1 + Of(named.Value),
        Starred starred => Of(starred.Value),
        _ => 1,
    };

    /// <summary>PUSH_NULL or LOAD_METHOD puts a second entry under the arguments.</summary>
    private static int OfCall(Call call)
    {
        var function = call.Function is Attribute attribute ? Of(attribute.Value) : Of(call.Function) + 1;
        var most = Math.Max(function, 2);
        var waiting = 2;
        foreach (var argument in call.Arguments)
        {
            most = Math.Max(most, waiting++ + Of(argument));
        }

        foreach (var keyword in call.Keywords)
        {
            most = Math.Max(most, waiting++ + Of(keyword.Value));
        }

        return most;
    }

    private static int OfRow(ImmutableArray<Expression> parts, int waiting)
    {
        var most = 1;
        foreach (var part in parts)
        {
            most = Math.Max(most, waiting++ + Of(part));
        }

        return most;
    }
}
