using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary>A key gets an expiry: as an argument where the method takes one, else by a call behind it.</summary>
internal sealed class KeyExpiry : FixProvider
{
    private const string Review = "the key is gone after that time";

    public override string Kind => "key-expiry";

    public override ImmutableArray<string> Rules => ["LL701", "LL706"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute method } call || context.Rules.Stores.StoreOf(method.Value) is not { } store || context.Rules.Stores.Of(method.Name).Count == 0)
        {
            yield break;
        }

        var writer = context.Write();
        if (ArgumentOf(store, method.Name) is { } argument)
        {
            if (call.Keywords.FirstOrDefault(keyword => argument.StartsWith(keyword.Name + "=", StringComparison.Ordinal)) is { } given)
            {
                writer.Replace(given.Value, "3600", "3600");
            }
            else if (!CallArguments.Add(context, writer, call, argument, "3600"))
            {
                yield break;
            }
        }
        else if (store is not "redis" || method.Name is "mset" or "msetnx" || !StoreEdits.AddCall(context, writer, call, "expire", "3600"))
        {
            yield break;
        }

        foreach (var fix in writer.Done("Let the key expire after an hour", Applicability.Unsafe, Review))
        {
            yield return fix;
        }
    }

    private static string? ArgumentOf(string store, string method) => (store, method) switch
    {
        ("redis", "set") => "ex=3600",
        ("django-cache" or "flask-cache", _) => "timeout=3600",
        ("memcached", "set" or "add" or "replace") => "expire=3600",
        _ => null,
    };
}
