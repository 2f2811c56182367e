using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// LL405 of loggers, which live as long as the process: one more handler writes every line once more, and one more filter is asked about every record. A logger that has
/// an object already does not take it a second time (CPython, <c>logging.Filterer.addFilter</c>), so what counts is made for each call.
/// </summary>
internal sealed class LoggerAddition
{
    private readonly LoggerMethod _method;

    private LoggerAddition(LoggerMethod method) => _method = method;

    /// <summary>Null for methods that add nothing to a logger.</summary>
    public static LoggerAddition? Find(string method) => LifetimeData.Instance.LoggerMethods.TryGetValue(method, out var found) ? new LoggerAddition(found) : null;

    /// <summary>What is no logger has no method of this name, as far as is known.</summary>
    public bool IsOnlyOfLoggers => !_method.IsOfOthers;

    public static bool IsLogger(RuleContext context, Expression receiver) => IsShared(context, receiver) || GivenLogger.Is(context, receiver);

    public Finding? Judge(RuleContext context, RuleDescriptor rule, Call call, Python.Syntax.Attribute method, FunctionDef function)
    {
        var isShared = IsShared(context, method.Value);
        var isGiven = !isShared && GivenLogger.Is(context, method.Value);
        if (!(isShared || isGiven) || ((isGiven || _method.IsOfOthers) && !IsMadeAnew(context, call, function)) || IsNullHandler(context, call) || Definitions.RunsOnce(context, call) || IsGuarded(context, call, function)
            || context.Uses.AttributesNamed(_method.Remove).Count > 0 || _method.Asked.Any(asked => context.Uses.AttributesNamed(asked).Count > 0))
        {
            return null;
        }

        var type = function.Name is "__init__" ? context.Code.ClassOf(function) : null;
        var isRepeated = (type is not null && Frequency.HasManyObjects(context, type)) || context.Code.LoopsAround(call).Any(loop => !IsOverHandlers(loop, call)) || Frequency.RunsOften(context, call);
        if (isGiven && type is null && !isRepeated)
        {
            return null;
        }

        var who = type is not null ? "Every new object" : "Every call";
        var where = isShared ? "the same logger" : "a logger that it was given";
        return UncountedFinding.Of(rule, isRepeated && isShared ? FindingLevel.Warning : FindingLevel.Note, call, $"{who} adds one more {_method.What} to {where}: {_method.Cost}, and no {_method.What} is ever removed", _method.Advice);
    }

    /// <summary>The logger is the same for every call: it is made by the module, or under a name that does not change.</summary>
    private static bool IsShared(RuleContext context, Expression logger) => logger switch
    {
        Call call => IsGetLogger(context, call),
        Name name when context.Uses.OwnerOf(name) is { } owner => context.Uses.UsesOf(owner).Any(use => context.Code.ParentOf(use) is Assign { Value: Call call } && IsGetLogger(context, call)),
        Python.Syntax.Attribute field when context.Code.ClassOfSelf(field) is not null => context.Uses.AttributesNamed(field.Name).Any(use => context.Code.ParentOf(use) is Assign { Value: Call call } && IsGetLogger(context, call)),
        _ => context.Names.TryResolve(logger, out var known) && known.Text is "logging.root",
    };

    private static bool IsGetLogger(RuleContext context, Call call) =>
        context.Names.TryResolve(call.Function, out var name) && LifetimeData.Instance.Set("loggers.getters").Contains(name.Text)
        && call.Keywords.IsEmpty && call.Arguments is ([] or [Constant] or [Name { Id: "__name__" or "__file__" }]);

    /// <summary>The call makes what it adds, or the function does before.</summary>
    private static bool IsMadeAnew(RuleContext context, Call call, FunctionDef function) => call.Arguments is [var added] && added switch
    {
        Call or Lambda => true,
        Name name => Origins.Of(name, function) is Call or Lambda,
        Python.Syntax.Attribute field => context.Code.ClassOfSelf(field) is not null
            && context.Uses.AttributesNamed(field.Name).Any(use => context.Code.ParentOf(use) is Assign { Value: Call } made && ReferenceEquals(context.Code.FunctionAround(made), function)),
        _ => false,
    };

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
}
