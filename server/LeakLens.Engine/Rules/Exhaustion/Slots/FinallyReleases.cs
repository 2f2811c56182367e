using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Slots;

/// <summary>
/// <c>try: limiter.acquire(); work() finally: limiter.release()</c>: when the acquisition fails, the <c>finally</c> gives back what another one holds, and
/// the limit holds no longer.
/// </summary>
internal static class FinallyReleases
{
    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var finder = new FinallyFinder();
        finder.Visit(context.Tree.Root);
        foreach (var attempt in finder.Found)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var statement in attempt.FinalBody)
            {
                if (statement is Expr { Value: Call { Function: Attribute release } giving } && Judge(context, rule, attempt, giving, release) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Try attempt, Call giving, Attribute release)
    {
        foreach (var statement in attempt.Body)
        {
            if (TakingOf(context, statement, giving, release) is { } taking)
            {
                return CanFailBefore(attempt, taking) || MayRefuse(context, taking)
                    ? UncountedFinding.Of(rule, FindingLevel.Warning, giving, $"{release.Name}() in this finally gives back what was never taken, when {((Attribute)taking.Function).Name}() or something before it fails: the count drops below what is in use",
                            "Take it before the try, so that only what was taken is given back")
                        .With(taking, "when this fails the finally runs all the same")
                    : null;
            }
        }

        return null;
    }

    /// <summary>The call that takes what the other gives back: of a semaphore or lock by its methods, of a class of the file by what they count.</summary>
    private static Call? TakingOf(RuleContext context, Statement statement, Call giving, Attribute release)
    {
        var value = statement is Expr expression ? expression.Value : null;
        if ((value is Await waiting ? waiting.Value : value) is not Call { Function: Attribute take } taking || !SameExpression.Is(take.Value, release.Value))
        {
            return null;
        }

        var isLock = take.Name is "acquire" && release.Name is "release" && Makers.Of(context, release.Value) is { } maker && ExhaustionData.Instance.Set("semaphores").Contains(maker);
        return isLock || (MethodOf(context, taking) is { } taker && MethodOf(context, giving) is { } giver && SlotCounter.Pairs(context, taker, giver)) ? taking : null;
    }

    private static FunctionDef? MethodOf(RuleContext context, Call call)
    {
        if (call.Function is not Attribute method)
        {
            return null;
        }

        if (Definitions.FunctionOf(context, method) is { } own)
        {
            return own;
        }

        var type = Makers.CallOf(context, method.Value) is { Function: Name made } ? Definitions.ClassOf(context, made) : null;
        return type is null ? null : Definitions.MethodOf(context, type, method.Name);
    }

    /// <summary>Something before it, in the same try, may raise.</summary>
    private static bool CanFailBefore(Try attempt, Call taking)
    {
        foreach (var statement in attempt.Body)
        {
            if (statement.Start <= taking.Start && taking.End <= statement.End)
            {
                return false;
            }

            if (statement is not (Assign { Value: Constant or Name } or Pass or Import or ImportFrom))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>It raises by itself when there is none left.</summary>
    private static bool MayRefuse(RuleContext context, Call taking) => MethodOf(context, taking) is { } taker && SlotCounter.Refuses(context, taker);

    private sealed class FinallyFinder : SyntaxVisitor
    {
        public List<Try> Found { get; } = [];

        public override void VisitTry(Try node)
        {
            if (!node.FinalBody.IsEmpty)
            {
                Found.Add(node);
            }

            base.VisitTry(node);
        }
    }
}
