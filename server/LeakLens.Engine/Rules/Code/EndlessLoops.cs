using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Looks for a loop that nothing in its function ends: <c>while True</c> without <c>break</c>, <c>return</c> and <c>raise</c>.</summary>
internal sealed class EndlessLoops : SyntaxVisitor
{
    private bool _isLeft;

    /// <summary>A call of the function never comes back.</summary>
    public static bool Has(FunctionDef function)
    {
        foreach (var statement in function.Body)
        {
            if (IsEndless(statement))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="Has"/>, and no handler around the loop ends it: <c>try: while True: serve() except EOFError: pass</c> does.</summary>
    public static bool NeverReturns(FunctionDef function) => function.Body.Any(static statement => IsEndless(statement) && !IsCaught(statement));

    private static bool IsCaught(Statement statement) => statement switch
    {
        Try attempt => attempt.Handlers.Any(static handler => handler.Type is not Name { Id: "KeyboardInterrupt" or "SystemExit" }) || attempt.Body.Any(static inner => IsEndless(inner) && IsCaught(inner)),
        With block => block.Body.Any(static inner => IsEndless(inner) && IsCaught(inner)),
        _ => false,
    };

    /// <summary>The test is true whatever happens.</summary>
    public static bool IsAlwaysTrue(Expression test) => test is Constant { LiteralKind: ConstantKind.True } or Constant { Value: not null and not 0 and not "" and not false };

    public override void VisitBreak(Break node) => _isLeft = true;

    public override void VisitReturn(Return node) => _isLeft = true;

    public override void VisitRaise(Raise node) => _isLeft = true;

    public override void VisitYield(Yield node) => _isLeft = true;

    public override void VisitYieldFrom(YieldFrom node) => _isLeft = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }

    public override void VisitLambda(Lambda node)
    {
    }

    private static bool IsEndless(Statement statement) => statement switch
    {
        While loop when IsAlwaysTrue(loop.Test) => !IsLeft(loop),
        Try attempt => attempt.Body.Any(IsEndless),
        With block => block.Body.Any(IsEndless),
        _ => false,
    };

    private static bool IsLeft(While loop)
    {
        var finder = new EndlessLoops();
        finder.VisitAll(loop.Body);
        return finder._isLeft;
    }
}
