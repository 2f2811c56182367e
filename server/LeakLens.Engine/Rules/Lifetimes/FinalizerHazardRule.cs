using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL404: finalizers and exit hooks that keep their own object alive, and <c>__del__</c> methods that cannot do what they are for.</summary>
internal sealed class FinalizerHazardRule : Rule
{
    public override string Id => "LL404";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Code.Calls)
        {
            if (context.Names.TryResolve(call.Function, out var name) && OfHook(context, rule, call, name.Text) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var type in context.Code.Classes)
        {
            if (Definitions.MethodOf(context, type, "__del__") is { } finalizer)
            {
                foreach (var finding in new FinalizerMethod(context, rule, type, finalizer).Check())
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? OfHook(RuleContext context, RuleDescriptor rule, Call call, string name)
    {
        var data = LifetimeData.Instance;
        return data.Set("pinning.finalize").Contains(name) ? OfFinalize(context, rule, call)
            : data.Set("pinning.atExit").Contains(name) ? OfAtExit(context, rule, call)
            : data.Set("pinning.forever").Contains(name) ? OfForever(context, rule, call, name)
            : name is "signal.signal" ? OfSignal(context, rule, call)
            : null;
    }

    /// <summary>The callback, or what it is called with, refers to the very object whose end it waits for.</summary>
    private static Finding? OfFinalize(RuleContext context, RuleDescriptor rule, Call call)
    {
        if (call.Arguments is not [Name watched, var callback, .. var rest])
        {
            return null;
        }

        var pins = IsBoundTo(context, callback, watched) || rest.Any(argument => SameExpression.Is(argument, watched)) || call.Keywords.Any(keyword => SameExpression.Is(keyword.Value, watched));
        return pins
            ? UncountedFinding.Of(rule, FindingLevel.Warning, call, $"This finalizer never runs before the program ends: it refers to {watched.Id}, and so keeps it alive", "Give weakref.finalize() a function that takes the resource and not the object: weakref.finalize(self, release, self.handle)")
            : null;
    }

    private static Finding? OfAtExit(RuleContext context, RuleDescriptor rule, Call call)
    {
        if (call.Arguments is not [var callback, ..] || Pinned(context, callback) is not { } type || Definitions.RunsOnce(context, call) || IsUndone(context, type))
        {
            return null;
        }

        // One object of a program may stay as long as the program.
        var isOfMany = context.Code.FunctionAround(call) is FunctionDef { Name: "__init__" } && (Definitions.MethodOf(context, type, "__del__") is not null || Frequency.HasManyObjects(context, type, countsParts: false));
        return UncountedFinding.Of(rule, isOfMany ? FindingLevel.Warning : FindingLevel.Note, call, $"Every {type.Name} that runs this stays alive until the program ends: atexit keeps its method", "Call atexit.unregister() when the object is closed, or use weakref.finalize(self, function, resource)");
    }

    private static Finding? OfForever(RuleContext context, RuleDescriptor rule, Call call, string name)
    {
        foreach (var callback in call.Arguments.Concat(call.Keywords.Select(static keyword => keyword.Value)))
        {
            if (Pinned(context, callback) is { } type && !Definitions.RunsOnce(context, call))
            {
                return UncountedFinding.Of(rule, FindingLevel.Warning, call, $"Every {type.Name} that runs this stays alive until the program ends: {name}() keeps its method and cannot be undone", "Register one function of the module, and let it find the living objects in a weakref.WeakSet");
            }
        }

        return null;
    }

    /// <summary>A handler replaces the one before, so that only the last object is kept.</summary>
    private static Finding? OfSignal(RuleContext context, RuleDescriptor rule, Call call) =>
        call.Arguments is [_, var callback] && Pinned(context, callback) is { } type && context.Code.FunctionAround(call) is FunctionDef { Name: "__init__" } && !Definitions.RunsOnce(context, call)
            ? UncountedFinding.Of(rule, FindingLevel.Note, call, $"The last {type.Name} that runs this stays alive as long as its handler is installed", "Put the earlier handler back when the object is closed")
            : null;

    /// <summary>The class whose instance a callback keeps alive: <c>self.method</c>, or a lambda that uses <c>self</c>.</summary>
    private static ClassDef? Pinned(RuleContext context, Expression callback) => callback switch
    {
        Python.Syntax.Attribute method when context.Code.ClassOfSelf(method) is { } type => IsBound(context, type, method.Name) ? type : null,
        Lambda lambda => OfLambda(context, lambda),
        Call { Arguments: [var inner, ..] } call when context.Names.TryResolve(call.Function, out var name) && name.Text is "functools.partial" => Pinned(context, inner),
        _ => null,
    };

    private static ClassDef? OfLambda(RuleContext context, Lambda lambda)
    {
        var finder = new SelfFinder(context.Code);
        finder.Visit(lambda.Body);
        return finder.Type;
    }

    private static bool IsBound(RuleContext context, ClassDef type, string name) =>
        Definitions.MethodOf(context, type, name) is { } method && CachedMethodKeepsSelfRule.TypeOfSelf(context, method) is not null;

    private static bool IsBoundTo(RuleContext context, Expression callback, Name watched) => callback switch
    {
        Python.Syntax.Attribute method => SameExpression.Is(method.Value, watched) && (TypeOf(context, method) is not { } type || IsBound(context, type, method.Name)),
        Lambda lambda => context.Uses.OwnerOf(watched) is { } owner && context.Uses.UsesOf(owner).Any(use => context.Code.IsInside(use, lambda.Body)),
        _ => false,
    };

    /// <summary>The class of <c>self</c>, or, where a class method or <c>__new__</c> makes the object, the class around it that has such a method.</summary>
    private static ClassDef? TypeOf(RuleContext context, Python.Syntax.Attribute method) => context.Code.ClassOfSelf(method)
        ?? (context.Code.FunctionAround(method) is FunctionDef maker && context.Code.ClassOf(maker) is { } type && Definitions.MethodOf(context, type, method.Name) is not null ? type : null);

    private static bool IsUndone(RuleContext context, ClassDef type) =>
        context.Code.Calls.Any(call => context.Code.IsInside(call, type) && context.Names.TryResolve(call.Function, out var name) && LifetimeData.Instance.Set("pinning.atExitRemove").Contains(name.Text));
}
