using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Figures;

/// <summary>LL901, the other way: one figure, drawn on and saved again and again. What earlier trips drew is still in it, and is drawn again.</summary>
internal static class PlotsOverPlots
{
    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule, FigureCalls calls)
    {
        var told = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        foreach (var drawing in context.NamedCalls.Names.Any(IsOfState) ? context.Code.Calls : [])
        {
            if (!calls.IsDrawing(drawing) || Repetitions.LoopAround(context, drawing) is not { } loop || !told.Add(loop))
            {
                continue;
            }

            var inside = calls.Within(loop, context.Code.FunctionAround(drawing)).ToArray();
            var saving = Array.Find(inside, call => IsOfState(context, call));
            if (saving is null || saving.Start < drawing.Start || IsInInnerLoop(context, saving, loop) || Array.Exists(inside, calls.IsResetting) || Array.Exists(inside, calls.IsShowing)
                || LoopExits.HasAny(loop) || Array.Exists(inside, FigureCalls.IsGivenAxes))
            {
                continue;
            }

            yield return UncountedFinding.Of(rule, FindingLevel.Warning, drawing, "Each trip draws over the plots of all trips before: the one figure keeps them, and every save draws them again", "Empty the figure when it is saved: plt.clf()")
                .With(saving, "saved here, and not emptied");
        }
    }

    private static bool IsOfState(string name) => name is "matplotlib.pyplot.savefig" or "pylab.savefig" or "matplotlib.pylab.savefig";

    private static bool IsOfState(RuleContext context, Call call) => context.Names.Resolve(call.Function) is { } name && IsOfState(name.Text);

    private static bool IsInInnerLoop(RuleContext context, Call saving, Statement loop) => !ReferenceEquals(context.Code.LoopsAround(saving).FirstOrDefault(), loop);
}
