using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Cleanup;

/// <summary>The <c>yield</c> of a context manager goes into a <c>try</c>, the cleanup behind it into the <c>finally</c>.</summary>
internal sealed class EndOfManager : FixProvider
{
    public override string Kind => "end-in-finally";

    public override ImmutableArray<string> Rules => ["LL209"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } release || context.Code.StatementAround(release) is not Expr end || context.Code.FunctionAround(release) is not { } function)
        {
            yield break;
        }

        var block = context.Code.BlockOf(end);
        var yielding = context.Code.Yields.FirstOrDefault(node => ReferenceEquals(context.Code.FunctionAround(node), function) && node.End < end.Start);
        if (yielding is null || block.FirstOrDefault(statement => context.Code.IsInside(yielding, statement)) is not { } first)
        {
            yield break;
        }

        var writer = context.Write().EndInFinally(block[block.IndexOf(first)..(block.IndexOf(end) + 1)]);
        foreach (var fix in writer.Done($"Call {context.TextOf(release)} in a finally", Applicability.Safe))
        {
            yield return fix;
        }
    }
}
