using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Figures;

/// <summary>LL901: figures that are made again and again, saved, and never closed: pyplot remembers each of them.</summary>
/// <remarks>
/// A figure that is neither saved nor closed is left open for whoever called: that is how pyplot is meant to be used, and silent. A window that is shown
/// is closed by its user.
/// </remarks>
internal sealed class FigureNotClosedRule : Rule
{
    public override string Id => "LL901";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        if (!context.Imports.Any(LibraryData.Instance.Set("figures.modules")))
        {
            return [];
        }

        var calls = new FigureCalls(context);
        return Makers(context, calls).Select(use => Judge(context, rule, calls, use)).OfType<Finding>().Concat(PlotsOverPlots.Check(context, rule, calls));
    }

    /// <summary>Calls of the library, and of functions of the text that give back what they made.</summary>
    private static IEnumerable<FigureUse> Makers(RuleContext context, FigureCalls calls)
    {
        var returning = new HashSet<FunctionDef>(ReferenceEqualityComparer.Instance);
        foreach (var name in context.NamedCalls.Names.Where(LibraryData.Instance.Figures.ContainsKey))
        {
            var maker = LibraryData.Instance.Figures[name];
            foreach (var call in context.NamedCalls.Of(name))
            {
                if (IsSameAgain(call, maker))
                {
                    continue;
                }

                var use = FigureUse.Of(context, calls, call, maker);
                yield return use;
                if (use is { IsReturned: true, Function: FunctionDef function } && !context.Code.IsGenerator(function))
                {
                    returning.Add(function);
                }
            }
        }

        var made = new FigureMaker("figure", null, null, -1);
        foreach (var function in returning)
        {
            foreach (var call in CallsOf(context, function).Where(static call => !FigureCalls.IsGivenAxes(call)))
            {
                yield return FigureUse.Of(context, calls, call, made);
            }
        }
    }

    private static IEnumerable<Call> CallsOf(RuleContext context, FunctionDef function) => context.Code.ClassOf(function) is null
        ? context.Code.CallsNamed(function.Name).Where(call => ReferenceEquals(Definitions.FunctionOf(context, call.Function), function))
        : context.NamedCalls.OfMethod(function.Name).Where(call => ReferenceEquals(Definitions.FunctionOf(context, call.Function), function));

    /// <summary><c>plt.figure(1)</c> is one figure, however often it is asked for.</summary>
    private static bool IsSameAgain(Call call, FigureMaker maker) => maker.Identity is { } identity
        && (NamedCalls.HasUnseenArguments(call) || NamedCalls.Argument(call, identity, maker.Position) is Constant { LiteralKind: not ConstantKind.None } or Python.Syntax.Attribute);

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, FigureCalls calls, FigureUse use)
    {
        if (use.Escapes || Repetitions.Of(context, use.Call) is var often && often is Repetition.Few)
        {
            return null;
        }

        SyntaxNode region = use.Loop ?? use.Function ?? context.Tree.Root;
        SyntaxNode whole = use.Function ?? context.Tree.Root;
        if (calls.Within(region, use.Function).Any(calls.IsClosing) || calls.Within(whole, use.Function).Any(calls.IsShowing) || GivesCurrent(context, calls, use.Function) || IsClosedByCaller(context, calls, use.Function))
        {
            return null;
        }

        var saving = calls.Within(region, use.Function).FirstOrDefault(calls.IsSaving);
        if (saving is null)
        {
            return null;
        }

        // A figure that is only saved when somebody asks for it is open for him afterwards.
        var isOptional = use.Loop is null && IsOptional(context, saving, use.Call);
        var isClosedLater = calls.Within(whole, use.Function).Any(calls.IsClosing);
        var level = often is Repetition.Unknown || isOptional || isClosedLater ? FindingLevel.Note : FindingLevel.Warning;
        return UncountedFinding.Of(rule, level, use.Call, MessageOf(use, isClosedLater), AdviceOf(use), "matplotlib.pyplot refers to every figure until plt.close(figure): about 0.8 MB for one with a plot that was saved, measured with matplotlib 3.6")
            .With(saving, "saved here, and needed no more");
    }

    private static string MessageOf(FigureUse use, bool isClosedLater) => (use.Loop, isClosedLater) switch
    {
        (not null, true) => "All figures of this loop are open until it has ended: they are closed behind it, not inside",
        (not null, false) => "pyplot keeps every figure of this loop: each is saved, and none is closed",
        _ => "pyplot keeps one more figure with each call: it is saved, and never closed",
    };

    private static string AdviceOf(FigureUse use) => use.Figure is { } name ? $"Close it when it is saved: plt.close({name.Id})" : "Close it when it is saved: plt.close()";

    private static bool IsOptional(RuleContext context, Call saving, Call making) =>
        context.Code.Around(saving).TakeWhile(static around => around is not FunctionDef).OfType<If>().Any(branch => !context.Code.IsInside(making, branch));

    /// <summary><c>return plt.gcf()</c>.</summary>
    private static bool GivesCurrent(RuleContext context, FigureCalls calls, SyntaxNode? function) =>
        context.Code.Returns.Any(result => result.Value is { } value && calls.IsCurrent(value) && ReferenceEquals(context.Code.FunctionAround(result), function));

    /// <summary>Somebody in the text who calls the function, or a method of the same object, closes what is open.</summary>
    private static bool IsClosedByCaller(RuleContext context, FigureCalls calls, SyntaxNode? function)
    {
        if (function is not FunctionDef definition)
        {
            return false;
        }

        var type = context.Code.ClassOf(definition);
        return context.Code.Calls.Any(call => calls.IsClosing(call) && context.Code.FunctionAround(call) is FunctionDef closing && !ReferenceEquals(closing, definition)
            && ((type is not null && ReferenceEquals(context.Code.ClassOf(closing), type)) || context.Code.IsGenerator(closing) || CallsOf(context, definition).Any(use => ReferenceEquals(context.Code.FunctionAround(use), closing))));
    }
}
