using System.Collections.Frozen;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL706: the same in other stores and brokers: items of memcached without expiry, arrays of documents, queues, consumers, results of tasks.</summary>
internal sealed class OtherStoreOrBrokerUnboundedRule : Rule
{
    /// <summary>Methods of clients that this rule asks for.</summary>
    public static readonly FrozenSet<string> Methods = new[] { "update_one", "update_many", "find_one_and_update", "basic_consume", "basic_qos", "queue_declare", "search", "clear_scroll", "create_index", "create_indexes" }.ToFrozenSet(StringComparer.Ordinal);

    public override string Id => "LL706";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        context.Stores.IsUsed ? Memcached(context, rule).Concat(Arrays(context, rule)).Concat(Brokers(context, rule)).Concat(Results(context, rule)) : [];

    private static IEnumerable<Finding> Memcached(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Stores.All.Where(static call => call.Store is "memcached"))
        {
            if (StoreData.Instance.Writes.TryGetValue(call.Method, out var writes) && writes.Find(static write => write.Store is "memcached") is { } write && StoreKeyWithoutExpiryRule.StaysForEver(context, call, write))
            {
                // It drops what is least used when it is full: what is lost is the room for others.
                yield return StoreFinding.Of(rule, FindingLevel.Note, call.Call, "The item never expires: it stays until the store is full, and then others go with it", "Give it an expiry: expire=3600");
            }
        }
    }

    /// <summary><c>{"$push": {"log": entry}}</c>: an array that grows in one document.</summary>
    private static IEnumerable<Finding> Arrays(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in ((string[])["update_one", "update_many", "find_one_and_update"]).SelectMany(context.Stores.Of).Where(static call => call.Store is "mongo"))
        {
            if ((call.Argument(1) ?? call.Keyword("update")) is Dict update && PushOf(update) is { } push && !HasSlice(push) && !Expires(context, call) && !StoreEvidence.RunsOnce(context, call.Call))
            {
                yield return StoreFinding.Growing(context, rule, push, "$push makes an array of one document longer with each call: it is read and written as a whole, and may take 16 MB", "Keep the newest: {\"$push\": {field: {\"$each\": [item], \"$slice\": -1000}}}", bytes: null);
            }
        }
    }

    /// <summary>The documents of the collection end by themselves: it has an index with a time to live.</summary>
    private static bool Expires(RuleContext context, StoreCall call) => context.Stores.Of("create_index").Concat(context.Stores.Of("create_indexes"))
        .Any(index => SameExpression.Is(index.Client, call.Client) && (index.Keyword("expireAfterSeconds") is not null || IndexesOf(index).Any(static model => NamedCalls.Argument(model, "expireAfterSeconds") is not null)));

    private static IEnumerable<Call> IndexesOf(StoreCall index) => index.Argument(0) is List models ? models.Elements.OfType<Call>() : [];

    private static Dict? PushOf(Dict update)
    {
        for (var i = 0; i < update.Keys.Length && i < update.Values.Length; i++)
        {
            if (update.Keys[i] is Constant { Value: "$push" } && update.Values[i] is Dict fields)
            {
                return fields;
            }
        }

        return null;
    }

    private static bool HasSlice(Dict fields) => fields.Values.Any(static value => value is Dict modifiers && modifiers.Keys.Any(static key => key is Constant { Value: "$slice" })) || fields.Values.Any(static value => value is not Dict and not Constant and not Name and not Call);

    private static IEnumerable<Finding> Brokers(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Stores.Of("basic_consume").Where(static call => call.Store is "pika"))
        {
            var acknowledges = call.Keyword("auto_ack") is not Constant { LiteralKind: ConstantKind.True };
            if (acknowledges && context.Stores.Of("basic_qos").Count == 0 && context.Uses.AttributesNamed("basic_qos").Count == 0)
            {
                yield return StoreFinding.Of(rule, rule.DefaultLevel, call.Call, "The broker sends everything that waits in the queue at once, and this program holds it: there is no prefetch count", "Call basic_qos(prefetch_count=10) before");
            }
        }

        foreach (var call in context.Stores.Of("queue_declare").Where(static call => call.Store is "pika"))
        {
            if (!NamedCalls.HasUnseenArguments(call.Call) && call.Keyword("arguments") is null && call.Keyword("passive") is null && call.Keyword("exclusive") is null && call.Keyword("auto_delete") is null)
            {
                yield return StoreFinding.Of(rule, FindingLevel.Note, call.Call, "The queue has no length and no time to live: what nobody takes out stays in the broker", "Give it arguments={\"x-max-length\": 100000}, unless a policy of the broker does");
            }
        }
    }

    /// <summary>Results of tasks that are kept for ever.</summary>
    private static IEnumerable<Finding> Results(RuleContext context, RuleDescriptor rule)
    {
        foreach (var use in context.Uses.AttributesNamed("result_expires").Concat(context.Uses.AttributesNamed("CELERY_TASK_RESULT_EXPIRES")))
        {
            if (context.Code.ParentOf(use) is Assign { Value: var value } assign && StoreKeys.IsNothing(context, value) && use.Value is Attribute { Name: "conf", Value: var app } && context.Stores.StoreOf(app) is "celery")
            {
                yield return StoreFinding.Of(rule, rule.DefaultLevel, assign, "Results of tasks are kept for ever: one more in the store for every task that was ever run", "Let them expire: result_expires = 3600, or ignore_result=True where nobody asks for them");
            }
        }

        foreach (var call in context.NamedCalls.Of("celery.Celery"))
        {
            if (StoreKeys.IsNothing(context, NamedCalls.Argument(call, "result_expires")))
            {
                yield return StoreFinding.Of(rule, rule.DefaultLevel, call, "Results of tasks are kept for ever: one more in the store for every task that was ever run", "Let them expire: result_expires=3600");
            }
        }
    }
}
