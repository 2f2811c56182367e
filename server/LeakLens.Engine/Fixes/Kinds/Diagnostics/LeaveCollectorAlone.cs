using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Diagnostics;

/// <summary>Debug flags that keep garbage go; a collection in each trip is done once, behind the loop.</summary>
internal sealed class LeaveCollectorAlone : FixProvider
{
    public override string Kind => "leave-collector-alone";

    public override ImmutableArray<string> Rules => ["LL306"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call || context.Code.StatementAround(call) is not Expr statement || !context.Rules.Names.TryResolve(call.Function, out var name))
        {
            yield break;
        }

        var writer = context.Write();
        var block = context.Code.BlockOf(statement);
        var (title, review) = (string.Empty, string.Empty);
        switch (name.Text)
        {
            case "gc.set_debug":
                writer.Remove(statement, block);
                (title, review) = ("Do not set debug flags of the collector", "gc.garbage stays empty");
                break;
            case "gc.collect" when context.Code.LoopsAround(call).FirstOrDefault() is { } loop:
                writer.Remove(statement, block).InsertAfter(loop, context.TextOf(call));
                (title, review) = ("Collect once, behind the loop", "cycles wait until then");
                break;
            default:
                yield break;
        }

        foreach (var fix in writer.Done(title, Applicability.Unsafe, review))
        {
            yield return fix;
        }
    }
}
