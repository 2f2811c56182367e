using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Stores;

/// <summary><c>for key in r.keys(pattern)</c> becomes <c>for key in r.scan_iter(match=pattern, count=1000)</c>, and so do sets and hashes.</summary>
internal sealed class ScanInstead : FixProvider
{
    public override string Kind => "store-scan";

    public override ImmutableArray<string> Rules => ["LL704"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute method, Keywords.IsEmpty: true } call || context.Rules.Stores.StoreOf(method.Value) is not "redis" || context.Code.ParentOf(call) is not For { IsAsync: false } loop || !ReferenceEquals(loop.Iterable, call))
        {
            yield break;
        }

        var client = context.TextOf(method.Value);
        var written = (method.Name, call.Arguments) switch
        {
            ("keys", []) => $"{client}.scan_iter(count=1000)",
            ("keys", [var pattern]) => $"{client}.scan_iter(match={context.TextOf(pattern)}, count=1000)",
            ("smembers", [var key]) => $"{client}.sscan_iter({context.TextOf(key)}, count=1000)",
            _ => null,
        };
        if (written is null)
        {
            yield break;
        }

        foreach (var fix in context.Write().Replace(call, written).Done("Walk over it in parts (scan)", Applicability.Unsafe, "what changes meanwhile may be missed, or come twice"))
        {
            yield return fix;
        }
    }
}
