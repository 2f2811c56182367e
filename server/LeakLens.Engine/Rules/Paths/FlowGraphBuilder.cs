using System.Collections.Immutable;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>Builds a <see cref="FlowGraph"/> from its end to its beginning: when a statement is built, what comes after it is there.</summary>
internal sealed partial class FlowGraphBuilder
{
    private readonly FlowGraph _graph;
    private readonly QualifiedNames _names;

    public FlowGraphBuilder(FlowGraph graph, QualifiedNames names)
    {
        _graph = graph;
        _names = names;
    }

    public FlowPoint Build(SyntaxNode owner)
    {
        var context = new FlowContext(Done(_graph.ReturnEnd), Break: null, Continue: null, new RaiseTarget(Done(_graph.RaiseEnd)), FinalDepth: 0);
        return owner switch
        {
            FunctionDef function => Block(function.Body, _graph.End, context),
            Module module => Block(module.Body, _graph.End, context),
            Lambda lambda => Code(lambda.Body, _graph.ReturnEnd, context),
            _ => _graph.End,
        };
    }

    private static Lazy<FlowPoint> Done(FlowPoint point) => new(point);

    private FlowPoint Block(ImmutableArray<Statement> block, FlowPoint next, FlowContext context)
    {
        for (var i = block.Length - 1; i >= 0; i--)
        {
            next = Build(block[i], next, context);
        }

        return next;
    }

    private FlowPoint Build(Statement statement, FlowPoint next, FlowContext context) => statement switch
    {
        If branch => Test(branch.Test, Block(branch.Body, next, context), Block(branch.OrElse, next, context), context),
        For loop => BuildFor(loop, next, context),
        While loop => BuildWhile(loop, next, context),
        Try attempt => BuildTry(attempt, next, context),
        With with => BuildWith(with, next, context),
        Match match => BuildMatch(match, next, context),
        Return => Code(statement, context.Return.Value, context),
        Break => context.Break?.Value ?? next,
        Continue => context.Continue?.Value ?? next,
        Raise raise => BuildRaise(raise, context),
        Assert assert => Test(assert.Test, next, Raising(assert, context.Raise.For("AssertionError")), context),
        ClassDef type => Code(type, Block(type.Body, next, context), context),
        Expr { Value: Call call } when EndsProcess(call) => _graph.NewPoint(FlowPointKind.Code, statement),
        _ => Code(statement, next, context),
    };

    private FlowPoint Code(SyntaxNode node, FlowPoint next, FlowContext context)
    {
        var point = _graph.NewPoint(FlowPointKind.Code, node);
        point.Add(next, FlowEdgeKind.Next);
        return WithExceptions(point, context);
    }

    private FlowPoint Test(Expression test, FlowPoint whenTrue, FlowPoint whenFalse, FlowContext context)
    {
        var point = _graph.NewPoint(FlowPointKind.Test, test);
        var known = PathConditions.ValueOf(test);
        if (known is not false)
        {
            point.Add(whenTrue, FlowEdgeKind.True);
        }

        if (known is not true)
        {
            point.Add(whenFalse, FlowEdgeKind.False);
        }

        return WithExceptions(point, context);
    }

    private static FlowPoint WithExceptions(FlowPoint point, FlowContext context)
    {
        if (point.CanRaise)
        {
            point.Add(context.Raise.Any, FlowEdgeKind.Exception);
        }

        return point;
    }

    private FlowPoint Raising(Statement statement, FlowPoint target)
    {
        var point = _graph.NewPoint(FlowPointKind.Code, statement);
        point.Add(target, FlowEdgeKind.Raise);
        return point;
    }

    private FlowPoint BuildRaise(Raise raise, FlowContext context)
    {
        var type = raise.Exception is Call call ? call.Function : raise.Exception;
        return type is not null && BuiltinName(type) is { } name
            ? string.Equals(name, "SystemExit", StringComparison.Ordinal) ? _graph.NewPoint(FlowPointKind.Code, raise) : Raising(raise, context.Raise.For(name))
            : Raising(raise, context.Raise.Any);
    }

    private FlowPoint BuildFor(For loop, FlowPoint next, FlowContext context)
    {
        var head = _graph.NewPoint(FlowPointKind.Iteration, loop);
        var inside = context with { Break = Done(next), Continue = Done(head) };
        head.Add(Block(loop.Body, head, inside), FlowEdgeKind.Next);
        head.Add(Block(loop.OrElse, next, context), FlowEdgeKind.Exhausted);
        if (loop.IsAsync || !IsPlainRange(loop.Iterable))
        {
            head.Add(context.Raise.Any, FlowEdgeKind.Exception);
        }

        return Code(loop.Iterable, head, context);
    }

    private FlowPoint BuildWhile(While loop, FlowPoint next, FlowContext context)
    {
        // The test is built before the body that leads back to it; its edges come afterwards.
        var head = _graph.NewPoint(FlowPointKind.Choice);
        var inside = context with { Break = Done(next), Continue = Done(head) };
        head.Add(Test(loop.Test, Block(loop.Body, head, inside), Block(loop.OrElse, next, context), context), FlowEdgeKind.Next);
        return head;
    }

    private FlowPoint BuildMatch(Match match, FlowPoint next, FlowContext context)
    {
        var otherwise = next;
        for (var i = match.Cases.Length - 1; i >= 0; i--)
        {
            var branch = match.Cases[i];
            var body = Block(branch.Body, next, context);
            var matched = branch.Guard is { } guard ? Test(guard, body, otherwise, context) : body;
            var point = _graph.NewPoint(FlowPointKind.Code, branch);
            point.Add(matched, FlowEdgeKind.Next);
            if (branch.Pattern is not MatchAs { Pattern: null })
            {
                point.Add(otherwise, FlowEdgeKind.Next);
            }

            otherwise = point;
        }

        return Code(match.Subject, otherwise, context);
    }

    /// <summary>Numbers come one after the other; anything else runs code of its own to give the next item.</summary>
    private bool IsPlainRange(Expression iterable) =>
        iterable is List or LeakLens.Python.Syntax.Tuple or Constant || (iterable is Call { Function: Name function } && _names.Resolve(function) is { IsCertain: true, Text: "builtins.range" or "builtins.enumerate" or "builtins.sorted" });

    private bool EndsProcess(Call call) =>
        _names.Resolve(call.Function) is { Text: "sys.exit" or "os._exit" or "os.abort" or "os.execv" or "os.execve" or "os.execvp" or "os.execvpe" or "builtins.exit" or "builtins.quit" };

    private string? BuiltinName(Expression expression)
    {
        const string Prefix = "builtins.";
        return _names.Resolve(expression) is { IsCertain: true } name && name.Text.StartsWith(Prefix, StringComparison.Ordinal) ? name.Text[Prefix.Length..] : null;
    }
}
