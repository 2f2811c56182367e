using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL701: one more key with each call, and nothing lets any of them end.</summary>
internal sealed class StoreKeyWithoutExpiryRule : Rule
{
    public override string Id => "LL701";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Stores.IsUsed ? context.Stores.All : [])
        {
            if (StoreData.Instance.Writes.TryGetValue(call.Method, out var writes) && writes.Find(write => string.Equals(write.Store, call.Store, StringComparison.Ordinal)) is { Grows: false } write
                && write.Store is not "memcached" && Judge(context, rule, call, write) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Whether a write may leave a key behind for ever; shared with memcached's rule.</summary>
    internal static bool StaysForEver(RuleContext context, StoreCall call, StoreWrite write)
    {
        var key = call.Key(write.Key);
        if (Code.NamedCalls.HasUnseenArguments(call.Call) || !StoreKeys.IsMany(context, key) || StoreEvidence.RunsOnce(context, call.Call))
        {
            return false;
        }

        var given = ExpiryOf(call, write);
        var isNone = StoreKeys.IsNothing(context, given);
        if (write.HasDefault ? !isNone : given is not null && !isNone && !Code.ConstantValues.IsFalse(context, given))
        {
            return false;
        }

        return !StoreEvidence.Tends(context, StoreData.Instance.Ends, key);
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, StoreCall call, StoreWrite write)
    {
        if (!StaysForEver(context, call, write))
        {
            return null;
        }

        return StoreFinding.Growing(context, rule, call.Call, $"{call.Method}() makes a key without an expiry, another one for every value of its name: nothing here lets any of them end",
            "Give it an expiry: ex=3600", StoreBytes.OfWrite(context, call, write));
    }

    private static Expression? ExpiryOf(StoreCall call, StoreWrite write)
    {
        foreach (var keyword in call.Call.Keywords)
        {
            if (keyword.Name is { } name && write.Expiry.Contains(name))
            {
                return keyword.Value;
            }
        }

        return write.ExpiryFrom >= 0 ? call.Argument(write.ExpiryFrom) : null;
    }
}
