using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>A call that waits gets a timeout, under the name that it has there.</summary>
internal sealed class TimeoutArgument : FixProvider
{
    private const string Seconds = "10";

    public override string Kind => "add-timeout";

    public override ImmutableArray<string> Rules => ["LL506"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call || WaitOf(context, call) is not { Timeout.Length: > 0 } wait)
        {
            yield break;
        }

        var writer = context.Write();
        if (NamedCalls.Argument(call, wait.Timeout, wait.Position) is { } given)
        {
            writer.Replace(given, Seconds, Seconds);
        }
        else if (!CallArguments.Add(context, writer, call, $"{wait.Timeout}={Seconds}", Seconds))
        {
            yield break;
        }

        foreach (var fix in writer.Done("Wait ten seconds at most", Applicability.Unsafe, "what takes longer raises an exception"))
        {
            yield return fix;
        }
    }

    private static WaitingCall? WaitOf(FixContext context, Call call)
    {
        var data = ExhaustionData.Instance;
        if (context.Rules.Names.Resolve(call.Function) is { } name)
        {
            return data.Waits.TryGetValue(name.Text, out var waits) ? waits[0] : null;
        }

        return call.Function is Attribute method && Makers.Of(context.Rules, method.Value) is { } maker && data.WaitingMethods.TryGetValue($"{maker}.{method.Name}", out var known) ? known[0] : null;
    }
}
