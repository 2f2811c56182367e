using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Engine.Rules.Exhaustion.Retries;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL508: what fails is tried again for ever, and at once.</summary>
internal sealed class UnboundedRetryRule : Rule
{
    public override string Id => "LL508";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        OfLibraries(context, rule).Concat(OfHandlers(context, rule));

    /// <summary>Decorators and clients that retry: what ends them is an argument.</summary>
    private static IEnumerable<Finding> OfLibraries(RuleContext context, RuleDescriptor rule)
    {
        foreach (var (name, retries) in ExhaustionData.Instance.Retries)
        {
            foreach (var call in context.NamedCalls.Of(name))
            {
                if (!NamedCalls.HasUnseenArguments(call) && IsEndless(call, retries[0]))
                {
                    yield return IsSlowed(call, retries[0])
                        ? UncountedFinding.Of(rule, FindingLevel.Note, call, "This tries again for ever, though slower and slower: whoever waits for it waits as long", retries[0].Advice)
                        : UncountedFinding.Of(rule, retries[0].Level, call, retries[0].Message, retries[0].Advice);
                }
            }
        }

        foreach (var function in context.Code.Functions)
        {
            foreach (var decorator in function.Decorators)
            {
                if (decorator is Name or Attribute && context.Names.Resolve(decorator) is { } name && ExhaustionData.Instance.Retries.TryGetValue(name.Text, out var retries) && !retries[0].HasDefault)
                {
                    yield return UncountedFinding.Of(rule, retries[0].Level, decorator, retries[0].Message, retries[0].Advice);
                }
            }
        }
    }

    /// <summary>It was said when to try again: a service that has to reconnect does so for ever.</summary>
    private static bool IsSlowed(Call call, RetryCall retry) => call.Keywords.Any(keyword => keyword.Name is { } name && retry.Pauses.Contains(name));

    private static bool IsEndless(Call call, RetryCall retry)
    {
        foreach (var cap in retry.Caps)
        {
            if (NamedCalls.Argument(call, cap) is { } given)
            {
                return given is Constant { LiteralKind: ConstantKind.None };
            }
        }

        return !retry.HasDefault;
    }

    private static IEnumerable<Finding> OfHandlers(RuleContext context, RuleDescriptor rule)
    {
        var finder = new HandlerFinder();
        finder.Visit(context.Tree.Root);
        foreach (var (attempt, handler) in finder.Found)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if ((RetryLoop.Judge(context, rule, attempt, handler) ?? SelfRetry.Judge(context, rule, attempt, handler)) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private sealed class HandlerFinder : SyntaxVisitor
    {
        public List<(Try Attempt, ExceptHandler Handler)> Found { get; } = [];

        public override void VisitTry(Try node)
        {
            foreach (var handler in node.Handlers)
            {
                Found.Add((node, handler));
            }

            base.VisitTry(node);
        }
    }
}
