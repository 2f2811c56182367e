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
        if (method.Name is "addHandler")
        {
            return OfLogger(context, rule, call, method, function);
        }

        var isAddition = Additions.Contains(method.Name);
        var finding = isAddition ? OfCollection(context, rule, call, method, function)
            : LifetimeData.Instance.Registrations.TryGetValue(method.Name, out var removal) ? OfRegistration(context, rule, call, method, removal)
            : null;
        return finding ?? new CallbackOfCall(context, function).Judge(rule, call, method, isAddition);
    }

    /// <summary>Loggers live as long as the process, and one more handler writes every line once more.</summary>
    private static Finding? OfLogger(RuleContext context, RuleDescriptor rule, Call call, Python.Syntax.Attribute method, FunctionDef function)
    {
        if (!IsSharedLogger(context, method.Value) || IsNullHandler(context, call) || Definitions.RunsOnce(context, call) || IsGuarded(context, call, function)
            || IsMentioned(context, "removeHandler") || IsMentioned(context, "handlers") || IsMentioned(context, "hasHandlers") || IsMentioned(context, "shutdown"))
        {
            return null;
        }

        var type = function.Name is "__init__" ? context.Code.ClassOf(function) : null;
        var isPerInstance = type is not null;
        var isRepeated = (type is not null && Frequency.HasManyObjects(context, type)) || context.Code.LoopsAround(call).Any(loop => !IsOverHandlers(loop, call)) || Frequency.RunsOften(context, call);
        var message = isPerInstance
            ? "Every new object adds one more handler to the same logger: each line is written once more, and no handler is ever removed"
            : "Every call adds one more handler to the same logger: each line is written once more, and no handler is ever removed";
        return UncountedFinding.Of(rule, isRepeated ? FindingLevel.Warning : FindingLevel.Note, call, message, "Add it once when the program starts, or only if not logger.handlers, or remove it when done");
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

    /// <summary>The logger is the same for every call: it is made by the module, or under a name that does not change.</summary>
    private static bool IsSharedLogger(RuleContext context, Expression logger) => logger switch
    {
        Call call => IsGetLogger(context, call),
        Name name when context.Uses.OwnerOf(name) is { } owner => context.Uses.UsesOf(owner).Any(use => context.Code.ParentOf(use) is Assign { Value: Call call } && IsGetLogger(context, call)),
        Python.Syntax.Attribute field when context.Code.ClassOfSelf(field) is not null => context.Uses.AttributesNamed(field.Name).Any(use => context.Code.ParentOf(use) is Assign { Value: Call call } && IsGetLogger(context, call)),
        _ => context.Names.TryResolve(logger, out var known) && known.Text is "logging.root",
    };

    private static bool IsGetLogger(RuleContext context, Call call) =>
        context.Names.TryResolve(call.Function, out var name) && LifetimeData.Instance.Set("loggers").Contains(name.Text)
        && call.Keywords.IsEmpty && call.Arguments is ([] or [Constant] or [Name { Id: "__name__" or "__file__" }]);

    private static bool IsNullHandler(RuleContext context, Call call) =>
        call.Arguments is [Call handler] && context.Names.TryResolve(handler.Function, out var name) && name.Text is "logging.NullHandler";

    /// <summary>A cached function runs once for each argument, and a name of the module may say that it has run.</summary>
    private static bool IsGuarded(RuleContext context, Call call, FunctionDef function) =>
        Caching.IsCached(context, function)
        || context.Code.Around(call).OfType<If>().Any(branch => context.Code.IsInside(branch, function) && IsOnce(context, branch.Test, function));

    private static bool IsOnce(RuleContext context, Expression test, FunctionDef function) => test switch
    {
        Name name => context.Uses.OwnerOf(name) is { } owner && context.Uses.IsOfModule(owner)
            && context.Uses.UsesOf(owner).Any(use => use.Context is ExpressionContext.Store && context.Code.IsInside(use, function)),
        UnaryOp not => IsOnce(context, not.Operand, function),
        Compare compare => IsOnce(context, compare.Left, function),
        BoolOp all => all.Values.Any(value => IsOnce(context, value, function)),
        _ => false,
    };

    /// <summary>Each of the handlers that were made before is added once.</summary>
    private static bool IsOverHandlers(Statement loop, Call call) =>
        loop is For { Target: Name each } && call.Arguments is [Name added] && string.Equals(each.Id, added.Id, StringComparison.Ordinal);

    private static bool IsMentioned(RuleContext context, string attribute) => context.Uses.AttributesNamed(attribute).Count > 0;
}
