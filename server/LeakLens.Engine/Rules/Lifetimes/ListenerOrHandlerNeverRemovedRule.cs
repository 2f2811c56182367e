using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL405: handlers and callbacks that are registered for each call or object, and that nothing takes back.</summary>
internal sealed class ListenerOrHandlerNeverRemovedRule : Rule
{
    private static readonly HashSet<string> Additions = new(StringComparer.Ordinal) { "append", "add", "insert", "appendleft" };

    public override string Id => "LL405";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Code.Calls)
        {
            if (call.Function is Python.Syntax.Attribute method && context.Code.FunctionAround(call) is FunctionDef function && Judge(context, rule, call, method, function) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Call call, Python.Syntax.Attribute method, FunctionDef function)
    {
        if (LoggerAddition.Find(method.Name) is { } ofLogger && (ofLogger.IsOnlyOfLoggers || LoggerAddition.IsLogger(context, method.Value)))
        {
            return ofLogger.Judge(context, rule, call, method, function);
        }

        var isAddition = Additions.Contains(method.Name);
        var finding = isAddition ? OfCollection(context, rule, call, method, function)
            : LifetimeData.Instance.Registrations.TryGetValue(method.Name, out var removal) ? OfRegistration(context, rule, call, method, removal)
            : null;
        return finding ?? new CallbackOfCall(context, function).Judge(rule, call, method, isAddition);
    }

    /// <summary>A collection of the module that objects put their own methods into.</summary>
    private static Finding? OfCollection(RuleContext context, RuleDescriptor rule, Call call, Python.Syntax.Attribute method, FunctionDef function)
    {
        if (call.Arguments is not [.., var callback] || method.Value is not Name listeners || Listener(context, callback) is not { } type
            || context.Uses.OwnerOf(listeners) is not { } owner || !context.Uses.IsOfModule(owner) || !IsMadeHere(context, owner)
            || Definitions.RunsOnce(context, call) || context.IsTended(listeners, function))
        {
            return null;
        }

        var level = function.Name is "__init__" ? FindingLevel.Warning : FindingLevel.Note;
        return UncountedFinding.Of(rule, level, call, $"{listeners.Id} keeps every {type.Name} alive: each puts {NameOf(callback)} in, and nothing takes it out", "Remove the method when the object is closed, or keep weakref.WeakMethod(self.method)");
    }

    /// <summary>A class that can be closed, registers itself with something else, and does not take that back.</summary>
    private static Finding? OfRegistration(RuleContext context, RuleDescriptor rule, Call call, Python.Syntax.Attribute method, string removal)
    {
        // What is registered for the end of the program is told by LL404.
        if (context.Names.TryResolve(call.Function, out var known) && LifetimeData.Instance.Set("pinning.atExit").Contains(known.Text))
        {
            return null;
        }

        if (call.Arguments.FirstOrDefault(argument => Listener(context, argument) is not null) is not { } callback || Listener(context, callback) is not { } type
            || FieldRelease.CloserOf(type) is not { } closer || IsOwn(context, method.Value, type) || Definitions.RunsOnce(context, call))
        {
            return null;
        }

        var removals = context.Uses.AttributesNamed(removal).Where(use => context.Code.IsInside(use, type)).ToList();
        if (removals.Exists(use => context.Code.ParentOf(use) is not Call undo || undo.Arguments.IsEmpty || undo.Arguments.Any(argument => Listener(context, argument) is null || call.Arguments.Any(given => SameExpression.Is(argument, given)))))
        {
            return null;
        }

        // What is kept of the registration may undo it by other means; so may a base.
        if (context.Code.ParentOf(call) is not Expr || (removals.Count == 0 && FieldRelease.HasForeignBase(context, type)))
        {
            return null;
        }

        var level = removals.Count > 0 ? FindingLevel.Warning : FindingLevel.Note;
        return UncountedFinding.Of(rule, level, call, $"{Wording(callback)} is registered and never taken back: {closer.Name}() leaves it, and it keeps the {type.Name} alive", $"Call {removal}() with it in {closer.Name}()")
            .With(closer, $"{closer.Name}() is how {type.Name} is let go of");
    }

    /// <summary>The class whose instance a callback belongs to: a method of it, a lambda that reaches it, or a partial of either; null for all else.</summary>
    private static ClassDef? Listener(RuleContext context, Expression callback)
    {
        switch (callback)
        {
            case Python.Syntax.Attribute method:
                return context.Code.ClassOfSelf(method) is { } type && Definitions.MethodOf(context, type, method.Name) is { } bound && CachedMethodKeepsSelfRule.TypeOfSelf(context, bound) is not null ? type : null;
            case Lambda lambda:
                var finder = new SelfFinder(context.Code);
                finder.Visit(lambda.Body);
                return finder.Type;
            case Call { Arguments: [var function, ..] } made when context.Names.Resolve(made.Function)?.Text is "functools.partial":
                return Listener(context, function);
            default:
                return null;
        }
    }

    private static string NameOf(Expression callback) => callback switch
    {
        Python.Syntax.Attribute method => "its " + method.Name,
        Lambda => "a lambda that holds it",
        _ => "a partial that holds it",
    };

    private static string Wording(Expression callback) => callback switch
    {
        Python.Syntax.Attribute method => method.Name,
        Lambda => "This lambda",
        _ => "This partial",
    };

    /// <summary>The object itself, or a part that it made: both go together.</summary>
    private static bool IsOwn(RuleContext context, Expression receiver, ClassDef type) => receiver switch
    {
        Name name => context.Code.FunctionAround(name) is FunctionDef { Parameters.Positional: [var self, ..] } && string.Equals(self.Name, name.Id, StringComparison.Ordinal),
        Python.Syntax.Attribute part when context.Code.ClassOfSelf(part) is not null => context.Uses.AttributesNamed(part.Name).Any(use => context.Code.IsInside(use, type) && context.Code.ParentOf(use) is Assign { Value: Call }),
        _ => true,
    };

    private static bool IsMadeHere(RuleContext context, Python.Binding.Symbol owner) =>
        context.Uses.UsesOf(owner).Any(use => context.Code.ParentOf(use) is Assign { Value: List or Set or Call { Function: Name { Id: "list" or "set" } } } assign && !ReferenceEquals(assign.Value, use));
}
