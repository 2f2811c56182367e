using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Libraries;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Engine.Rules.Libraries.Figures;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Libraries;

/// <summary><c>plt.close(figure)</c> behind the last save of what the loop or function makes; <c>plt.clf()</c> where plots lie over plots.</summary>
internal sealed class FigureClose : FixProvider
{
    public override string Kind => "close-figure";

    public override ImmutableArray<string> Rules => ["LL901"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call)
        {
            return [];
        }

        var calls = new FigureCalls(context.Rules);
        return calls.IsDrawing(call) ? Empty(context, calls, call) : Close(context, calls, call);
    }

    private static IEnumerable<Fix> Close(FixContext context, FigureCalls calls, Call call)
    {
        var maker = context.Rules.Names.Resolve(call.Function) is { } name && LibraryData.Instance.Figures.TryGetValue(name.Text, out var known) ? known : new FigureMaker("figure", null, null, -1);
        var use = FigureUse.Of(context.Rules, calls, call, maker);
        if (context.Code.StatementAround(call) is not { } making || LastSave(context, calls, making, context.Code.BlockOf(making)) is not { } saving)
        {
            return [];
        }

        var writer = context.Write();
        var close = PyplotOf(context, call) is { } pyplot ? $"{pyplot}.close" : writer.Import("matplotlib.pyplot", "close", call);
        writer.InsertAfter(saving, $"{close}({FigureOf(use, maker)})");
        return writer.Done("Close the figure when it is saved", Applicability.Unsafe, "it cannot be shown any more");
    }

    private static IEnumerable<Fix> Empty(FixContext context, FigureCalls calls, Call drawing)
    {
        if (Repetitions.LoopAround(context.Rules, drawing) is not { } loop || PyplotOf(context, drawing) is not { } pyplot || LastSave(context, calls, drawing, CodeBlocks.BodyOf(loop)) is not { } saving)
        {
            return [];
        }

        return context.Write().InsertAfter(saving, $"{pyplot}.clf()").Done("Empty the figure when it is saved", Applicability.Unsafe, "each picture has its own plot only");
    }

    /// <summary>The grids of seaborn know their figure; what has no name is the current one.</summary>
    private static string FigureOf(FigureUse use, FigureMaker maker) => use.Figure is null ? string.Empty : maker.HasFigure ? $"{use.Figure.Id}.figure" : use.Figure.Id;

    /// <summary>The module's name as the text has it: <c>plt</c>.</summary>
    private static string? PyplotOf(FixContext context, Call call) =>
        call.Function is Python.Syntax.Attribute { Value: var module } && context.Rules.Names.Resolve(module) is { Text: "matplotlib.pyplot" or "pylab" or "matplotlib.pylab" } ? context.TextOf(module) : null;

    /// <summary>The last statement of the block that saves, behind another node.</summary>
    private static Statement? LastSave(FixContext context, FigureCalls calls, SyntaxNode behind, ImmutableArray<Statement> block) =>
        block.LastOrDefault(statement => statement is not (Return or Raise) && statement.Start >= behind.End && context.Code.CallsWithin(statement).Any(calls.IsSaving));
}
