using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Engine.Taint;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL510: a thread, process or task for each connection or item, as many as come.</summary>
internal sealed class UnboundedConcurrencyRule : Rule
{
    public override string Id => "LL510";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        OfTaint(context, rule).Concat(OfAccepted(context, rule)).Concat(OfGathered(context, rule));

    private static IEnumerable<Finding> OfTaint(RuleContext context, RuleDescriptor rule)
    {
        foreach (var hit in context.Taint)
        {
            if (hit.Rule is "LL510" && hit.Origin.Trust is TaintTrust.Remote)
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, hit.Node, $"{char.ToUpperInvariant(hit.Origin.What[0])}{hit.Origin.What[1..]} decides {hit.What}, and nothing bounds it", "Take min(value, LIMIT)")
                    .With(hit.Origin.Node, "it comes in here");
            }
        }
    }

    /// <summary>A loop that accepts connections, and starts one thread or process for each.</summary>
    private static IEnumerable<Finding> OfAccepted(RuleContext context, RuleDescriptor rule)
    {
        foreach (var accepting in context.NamedCalls.OfMethod("accept"))
        {
            if (accepting is not { Arguments.IsEmpty: true, Function: Attribute { Value: var listener } } || context.Code.LoopsAround(accepting).FirstOrDefault() is not While loop || !IsSocket(context, listener))
            {
                continue;
            }

            var starting = ExhaustionData.Instance.Set("starters").SelectMany(context.NamedCalls.Of).FirstOrDefault(call => call.Start > loop.Start && call.End <= loop.End);
            if (starting is not null && !IsHeldBack(context, loop))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, starting, "Every connection gets a thread or process of its own, and nothing limits how many there are: whoever connects often enough takes all memory",
                        "Hand connections to a ThreadPoolExecutor(max_workers=...), or take a BoundedSemaphore before accept()")
                    .With(accepting, "connections come in here, as many as others open");
            }
        }
    }

    private static bool IsSocket(RuleContext context, Expression listener) => Makers.Of(context, listener) is "socket.socket" or "socket.create_server" or "ssl.wrap_socket";

    /// <summary>Something counts them: a semaphore, a comparison with how many run.</summary>
    private static bool IsHeldBack(RuleContext context, SyntaxNode loop)
    {
        var finder = new CountFinder(context);
        finder.Visit(loop);
        return finder.Found || context.Code.Calls.Any(call => call.Start > loop.Start && call.End <= loop.End && call.Function is Attribute { Name: "acquire" or "join" or "wait" });
    }

    /// <summary>All at once over what a stranger sent: <c>gather(*[fetch(url) for url in urls])</c>.</summary>
    private static IEnumerable<Finding> OfGathered(RuleContext context, RuleDescriptor rule)
    {
        foreach (var gather in context.NamedCalls.Of("asyncio.gather"))
        {
            if (gather.Arguments is [Starred { Value: ListComp or GeneratorExp or Name }] && HasManyItems(context, gather) && !IsLimited(context))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, gather, "All of these run at once, however many there are: each holds its frame, its connection and what it has received",
                    "Let each wait for an asyncio.Semaphore, or work them off with a few tasks");
            }
        }
    }

    /// <summary>Lines of a file, rows of a table: what has no size that the program knows.</summary>
    private static bool HasManyItems(RuleContext context, Call gather)
    {
        var items = Origins.Of(((Starred)gather.Arguments[0]).Value, context.Code.FunctionAround(gather));
        var source = items switch
        {
            ListComp list => list.Generators[0].Iterable,
            GeneratorExp generator => generator.Generators[0].Iterable,
            _ => null,
        };
        return source is not null && Origins.Of(source, context.Code.FunctionAround(gather)) is Call call && ((context.Names.Resolve(call.Function)?.Text is "builtins.open" or "csv.reader") || call.Function is Attribute { Name: "fetchall" or "readlines" or "splitlines" or "all" });
    }

    private static bool IsLimited(RuleContext context) => context.NamedCalls.Of("asyncio.Semaphore").Count + context.NamedCalls.Of("asyncio.BoundedSemaphore").Count > 0;

    private sealed class CountFinder(RuleContext context) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitCompare(Compare node) => Found |= Asks(node.Left) || node.Comparators.Any(Asks);

        private bool Asks(Expression side) => side is Call call && (context.Names.Resolve(call.Function) is { } name ? name.Text is "builtins.len" or "threading.active_count" : call.Function is Attribute { Name: "qsize" });
    }
}
