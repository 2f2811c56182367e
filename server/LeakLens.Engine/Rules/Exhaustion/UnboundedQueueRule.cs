using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL509: a queue without a limit that one side fills however fast the other empties it.</summary>
internal sealed class UnboundedQueueRule : Rule
{
    public override string Id => "LL509";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var maker in ExhaustionData.Instance.Set("queues"))
        {
            foreach (var making in context.NamedCalls.Of(maker))
            {
                if (!IsBounded(context, making) && HolderOf(context, making) is { } holder && !IsCounted(context, making, holder) && !AsksForSize(context, holder) && ProducerOf(context, holder) is { } producer)
                {
                    yield return UncountedFinding.Of(rule, FindingLevel.Warning, making, "This queue has no limit: when what fills it is faster than what empties it, it takes all memory", "Give it a size, Queue(maxsize=1000), so that put() waits")
                        .With(producer, "this loop fills it, and never waits for the other side");
                }
            }
        }

        foreach (var finding in OfSubmitted(context, rule))
        {
            yield return finding;
        }
    }

    /// <summary>Growth that is counted is told by the rules of growth, unless something takes out again: how fast is what this rule asks.</summary>
    private static bool IsCounted(RuleContext context, Call making, Expression holder)
    {
        foreach (var growth in context.Facts.Growths)
        {
            if (ReferenceEquals(growth.Container, making) && !context.IsTended(holder, function: null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Any argument but 0 and less bounds it.</summary>
    private static bool IsBounded(RuleContext context, Call making) => NamedCalls.HasUnseenArguments(making) || (NamedCalls.Argument(making, "maxsize", 0) is { } size && !(ConstantValues.NumberOf(context, size) <= 0));

    private static Expression? HolderOf(RuleContext context, Call making) => context.Code.ParentOf(making) switch
    {
        Assign { Targets: [(Name or Attribute) and var target] } => target,
        AnnAssign { Target: (Name or Attribute) and var target } => target,
        _ => null,
    };

    /// <summary>Whoever looks at its size may hold back.</summary>
    private static bool AsksForSize(RuleContext context, Expression holder) => context.UsesOf(holder).Any(use => context.Code.ParentOf(use) is Attribute { Name: "qsize" or "full" or "join" or "maxsize" });

    /// <summary>A loop without an end that puts in, and in which nothing waits for the consumer: its pace is that of what it reads. A sign that is always the same passes nothing on.</summary>
    private static Statement? ProducerOf(RuleContext context, Expression holder)
    {
        foreach (var use in context.UsesOf(holder))
        {
            if (context.Code.ParentOf(use) is Attribute { Name: "put" or "put_nowait" } method && context.Code.ParentOf(method) is Call put && ReferenceEquals(put.Function, method) && put.Arguments is not [Constant or Attribute, ..]
                && context.Code.LoopsAround(put).FirstOrDefault(static loop => loop is While { Test: var test } && EndlessLoops.IsAlwaysTrue(test)) is { } endless && !Waits(context, endless, holder) && ReadsStream(context, endless))
            {
                return endless;
            }
        }

        return null;
    }

    /// <summary>The loop pauses, or takes out of the queue itself.</summary>
    private static bool Waits(RuleContext context, SyntaxNode loop, Expression holder) => context.Code.Calls.Any(call => call.Start > loop.Start && call.End <= loop.End
        && ((context.Names.Resolve(call.Function) is { } name && ExhaustionData.Instance.Set("pauses").Contains(name.Text))
            || (call.Function is Attribute { Name: "get" or "get_nowait" or "acquire" or "wait" or "sleep" } method && (method.Name is not ("get" or "get_nowait") || SameExpression.Is(method.Value, holder)))));

    /// <summary>It passes on what comes from outside, as fast as that comes.</summary>
    private static bool ReadsStream(RuleContext context, SyntaxNode loop) => context.Code.Calls.Any(call => call.Start > loop.Start && call.End <= loop.End
        && call.Function is Attribute method && ExhaustionData.Instance.Set("streamMethods").Contains(method.Name));

    /// <summary>The queue of an executor has no limit either: a loop without an end that submits and never waits.</summary>
    private static IEnumerable<Finding> OfSubmitted(RuleContext context, RuleDescriptor rule)
    {
        foreach (var submit in context.NamedCalls.OfMethod("submit"))
        {
            if (submit.Function is Attribute { Value: var executor } && context.Code.ParentOf(submit) is Expr && Makers.Of(context, executor) is { } maker && ExhaustionData.Instance.Set("executors").Contains(maker)
                && context.Code.LoopsAround(submit).FirstOrDefault(static loop => loop is While { Test: var test } && EndlessLoops.IsAlwaysTrue(test)) is { } loop && !Waits(context, loop, executor) && ReadsStream(context, loop))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, submit, "What is submitted waits in a queue without a limit, 1.8 KB each and its arguments: this loop submits faster than the workers work off",
                        "Take a BoundedSemaphore before submit(), and release it when the future is done")
                    .With(loop, "this loop never waits for the workers");
            }
        }
    }
}
