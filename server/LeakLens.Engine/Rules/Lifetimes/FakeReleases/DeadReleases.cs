using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.FakeReleases;

/// <summary>A release that no way leads to: behind a <c>return</c>, or below a condition that is never true.</summary>
internal static class DeadReleases
{
    public static IEnumerable<FakeRelease> Find(GrowthCase growth, Expression container)
    {
        var context = growth.Context;
        foreach (var use in context.UsesOf(container))
        {
            if (IsRelease(context, use) && context.Code.StatementAround(use) is { } statement && Reason(context, statement) is { } reason)
            {
                var name = new GrowthText(growth).Name();
                yield return new FakeRelease(statement, $"This never runs: {reason}, and {name} keeps all it has", "Move it to where it is reached");
            }
        }
    }

    private static bool IsRelease(RuleContext context, Expression use) => context.Code.ParentOf(use) switch
    {
        Python.Syntax.Attribute { Name: "clear" or "pop" or "popleft" or "popitem" or "remove" or "discard" } => true,
        Subscript { Context: ExpressionContext.Del } => true,
        _ => false,
    };

    private static string? Reason(RuleContext context, Statement statement)
    {
        for (SyntaxNode inner = statement; context.Code.ParentOf(inner) is { } around and not (FunctionDef or ClassDef or Module); inner = around)
        {
            if (around is If { Test: var test } branch && IsNeverTrue(test) && branch.Body.Contains(inner))
            {
                return "the condition above it is never true";
            }
        }

        return context.Code.ParentOf(statement) is { } block && Before(block, statement) is { } jump ? Words(jump) : null;
    }

    private static bool IsNeverTrue(Expression test) => test is Constant { LiteralKind: ConstantKind.False } or Constant { Value: 0 or 0L };

    /// <summary>The jump in the same block that stands above a statement.</summary>
    private static Statement? Before(SyntaxNode block, Statement statement)
    {
        foreach (var body in Bodies(block))
        {
            if (body.Contains(statement))
            {
                return body.TakeWhile(other => !ReferenceEquals(other, statement)).LastOrDefault(static other => other is Return or Raise or Continue or Break);
            }
        }

        return null;
    }

    private static ImmutableArray<Statement>[] Bodies(SyntaxNode block) => block switch
    {
        FunctionDef function => [function.Body],
        For loop => [loop.Body, loop.OrElse],
        While loop => [loop.Body, loop.OrElse],
        If branch => [branch.Body, branch.OrElse],
        With with => [with.Body],
        Try attempt => [attempt.Body, attempt.OrElse, attempt.FinalBody],
        ExceptHandler handler => [handler.Body],
        Module module => [module.Body],
        _ => [],
    };

    private static string Words(Statement jump) => jump switch
    {
        Return => "it stands behind a return",
        Raise => "it stands behind a raise",
        Continue => "it stands behind a continue",
        _ => "it stands behind a break",
    };
}
