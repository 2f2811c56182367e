using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL705: a client that waits for ever for a store that hangs, or that is made anew for each call, or that collects commands without an end.</summary>
internal sealed class StoreClientUnlimitedRule : Rule
{
    private static readonly string[] Queueing = ["set", "setex", "hset", "incr", "lpush", "rpush", "sadd", "zadd", "delete", "expire", "get", "hgetall"];

    public override string Id => "LL705";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => context.Stores.IsUsed ? Clients(context, rule).Concat(Pipelines(context, rule)) : [];

    private static IEnumerable<Finding> Clients(RuleContext context, RuleDescriptor rule)
    {
        var data = StoreData.Instance;
        foreach (var name in context.NamedCalls.Names)
        {
            if (!data.Clients.TryGetValue(name, out var store) || !data.Connections.TryGetValue(store, out var connection) || !connection.Roots.Contains(name.Split('.')[0]))
            {
                continue;
            }

            foreach (var call in context.NamedCalls.Of(name))
            {
                if (Judge(context, rule, call, connection) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Call call, StoreConnection connection)
    {
        // A client around another waits as long as that one does.
        if (NamedCalls.HasUnseenArguments(call) || (call.Arguments is [var inner, ..] && context.Stores.StoreOf(inner) is not null) || call.Keywords.Any(keyword => keyword.Name is { } name && (connection.Timeouts.Contains(name) || connection.Given.Contains(name)))
            || HasTimeoutInAddress(context, call, connection))
        {
            return null;
        }

        var isPerCall = context.Code.FunctionAround(call) is not null && StoreEvidence.RunsOften(context, call) && !IsKept(context, call);
        return isPerCall
            ? StoreFinding.Of(rule, FindingLevel.Warning, call, "A client is made for each call, with connections of its own and no timeout: a store that hangs is waited for by all of them", "Make one client when the program starts, with a timeout")
            : StoreFinding.Of(rule, FindingLevel.Note, call, "This client has no timeout: a store that hangs is waited for, for ever", $"Give it {connection.Advice}");
    }

    /// <summary><c>redis://cache:6379/0?socket_timeout=5</c>.</summary>
    private static bool HasTimeoutInAddress(RuleContext context, Call call, StoreConnection connection) => NamedCalls.Argument(call, "url", 0) is { } given && ConstantValues.Of(context, given) switch
    {
        Constant { Value: string address } => Names(address, connection),
        JoinedStr parts => parts.Values.Any(part => part is Constant { Value: string text } && Names(text, connection)),
        _ => false,
    };

    private static bool Names(string address, StoreConnection connection) => connection.Timeouts.Any(timeout => address.Contains(timeout + "=", StringComparison.Ordinal));

    private static bool IsKept(RuleContext context, Call call) => context.Code.ParentOf(call) is Assign { Targets: [Attribute, ..] } or Return
        || (context.Code.ParentOf(call) is Assign { Targets: [Name name] } && context.Uses.OwnerOf(name) is { } owner && context.Uses.IsOfModule(owner));

    /// <summary>Commands that a loop over what has no fixed end puts into a pipeline, which is sent when the loop is over.</summary>
    private static IEnumerable<Finding> Pipelines(RuleContext context, RuleDescriptor rule)
    {
        var told = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var call in Queueing.SelectMany(context.Stores.Of).OrderBy(static call => call.Call.Start))
        {
            if (Makers.CallOf(context, call.Client) is not { Function: Attribute { Name: "pipeline" } } made || context.Code.LoopsAround(call.Call).FirstOrDefault() is not For { Iterable: var items } loop || context.Code.IsInside(made, loop))
            {
                continue;
            }

            var isSent = context.Uses.AttributesNamed("execute").Any(use => context.Code.IsInside(use, loop));
            var hasNoEnd = items is Name name && context.Code.FunctionAround(name) is { } function && Origins.IsParameter(name.Id, function);
            if (!isSent && hasNoEnd && told.Add(loop))
            {
                yield return StoreFinding.Of(rule, FindingLevel.Note, call.Call, "The pipeline keeps every command of the loop, and the store every answer, until all are sent at once", "Send after every 1,000: if len(pipe) >= 1000: pipe.execute()");
            }
        }
    }
}
