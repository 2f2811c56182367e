using System.Numerics;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL702: one value of the store becomes longer with each call, and nothing takes anything out of it.</summary>
internal sealed class StoreValueGrowthWithoutTrimRule : Rule
{
    /// <summary>Fewer are not worth a word.</summary>
    private const long ManyBytes = 1_000_000;

    /// <summary>A text of the store is no longer than this.</summary>
    private const long MostBytes = 512L * 1024 * 1024;

    public override string Id => "LL702";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Stores.IsUsed ? context.Stores.All : [])
        {
            if (StoreData.Instance.Writes.TryGetValue(call.Method, out var writes) && writes.Find(write => string.Equals(write.Store, call.Store, StringComparison.Ordinal)) is { Grows: true } write
                && Judge(context, rule, call, write) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, StoreCall call, StoreWrite write)
    {
        var key = call.Key(write.Key);
        if (key is null || Code.NamedCalls.HasUnseenArguments(call.Call))
        {
            return null;
        }

        if (write.Offset >= 0)
        {
            return OfOffset(context, rule, call, write);
        }

        if (StoreEvidence.RunsOnce(context, call.Call))
        {
            return null;
        }

        var isCapped = call.Call.Keywords.Any(keyword => keyword.Name is { } name && write.Caps.Contains(name) && keyword.Value is not Constant { LiteralKind: ConstantKind.None });
        if (isCapped || HasFewMembers(context, call, write) || StoreEvidence.Tends(context, StoreData.Instance.Trims, key) || StoreEvidence.Tends(context, StoreData.Instance.Ends, key))
        {
            return null;
        }

        var finding = StoreFinding.Growing(context, rule, call.Call, $"{call.Method}() makes the {write.What} longer with each call, and nothing here takes anything out of it", AdviceFor(call.Method), StoreBytes.OfWrite(context, call, write));

        // Another program may take out what this one puts in; if this one reads it as a whole, it is no queue.
        return write.IsQueue && !context.Stores.Of("lrange").Concat(context.Stores.Of("llen")).Any(read => StoreKeys.MayBeSame(context, read.Key(0), key)) ? finding with { Level = FindingLevel.Note } : finding;
    }

    /// <summary>A number that is not known, or a large one, decides how long the text becomes at once.</summary>
    private static Finding? OfOffset(RuleContext context, RuleDescriptor rule, StoreCall call, StoreWrite write)
    {
        if (Code.ConstantValues.NumberOf(context, call.Argument(write.Offset)) is { } number)
        {
            var bytes = call.Method is "setbit" ? number / 8 : number;
            return bytes >= ManyBytes ? StoreFinding.Of(rule, rule.DefaultLevel, call.Call, $"{call.Method}() at this place makes the text {ByteText.Bytes((long)BigInteger.Min(bytes, MostBytes))} long at once, all of it zeros", "Keep what is sparse in a set or a hash") : null;
        }

        if (StoreEvidence.RunsOnce(context, call.Call) || call.Argument(write.Offset) is not Name offset || !Code.Origins.IsParameter(offset.Id, context.Code.FunctionAround(offset) ?? context.Tree.Root))
        {
            return null;
        }

        return StoreFinding.Of(rule, StoreEvidence.RunsOften(context, call.Call) ? rule.DefaultLevel : FindingLevel.Note, call.Call,
            $"{call.Method}() makes the text as long as {offset.Id} says, up to 512 MB at once", $"Compare {offset.Id} with a limit before");
    }

    /// <summary>The same members again: constants, or numbers of a small range.</summary>
    private static bool HasFewMembers(RuleContext context, StoreCall call, StoreWrite write)
    {
        if (write.Member < 0)
        {
            return false;
        }

        if (call.Argument(write.Member) is not { } member)
        {
            return call.Keyword("mapping") is Dict { Keys: var keys } && keys.All(key => key is null || !StoreKeys.IsMany(context, key));
        }

        return member is Dict { Keys: var named } ? named.All(key => key is not null && !StoreKeys.IsMany(context, key)) : !StoreKeys.IsMany(context, member);
    }

    private static string AdviceFor(string method) => method switch
    {
        "xadd" => "Keep the newest: xadd(..., maxlen=10000, approximate=True)",
        "lpush" or "lpushx" => "Keep the newest: ltrim(key, 0, 999) after it",
        "rpush" or "rpushx" => "Keep the newest: ltrim(key, -1000, -1) after it",
        "zadd" or "zincrby" => "Keep the best: zremrangebyrank(key, 0, -1001) after it",
        _ => "Let the key end: expire(key, 3600) after it",
    };
}
