using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL511: recursion that nothing ends, and the limit that ends it lifted.</summary>
internal sealed class UnboundedRecursionRule : Rule
{
    /// <summary>Above this, frames of C may be used up before Python's count is: the process dies instead of raising.</summary>
    private const long HighLimit = 10_000;

    public override string Id => "LL511";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => OfLimits(context, rule).Concat(OfFunctions(context, rule));

    private static IEnumerable<Finding> OfLimits(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.NamedCalls.Of("sys.setrecursionlimit"))
        {
            if (NamedCalls.Argument(call, "limit", 0) is { } limit && IsHigh(context, limit))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, call, "With this limit deep recursion no longer raises RecursionError: it takes about 0.5 KB a frame, and overflows the stack of C, which ends the process",
                    "Leave the limit, and walk with a list of what is still to do");
            }
        }
    }

    private static bool IsHigh(RuleContext context, Expression limit) => ConstantValues.NumberOf(context, limit) > HighLimit || context.Names.Resolve(ConstantValues.Of(context, limit))?.Text is "sys.maxsize";

    /// <summary>A function that calls itself on every way through it.</summary>
    private static IEnumerable<Finding> OfFunctions(RuleContext context, RuleDescriptor rule)
    {
        foreach (var function in context.Code.Functions)
        {
            if (context.Code.IsGenerator(function) || function.Body.IsEmpty || CallOfItself(context, function) is not { } again || !IsOnEveryWay(context, function, again) || !Fits(context, function, again))
            {
                continue;
            }

            yield return UncountedFinding.Of(rule, FindingLevel.Warning, again, $"{function.Name}() calls itself whatever happens: it can only end with a RecursionError", "Return before the call when there is nothing left to do");
        }
    }

    /// <summary>The first call of a function in its own body, outside of functions and lambdas in it.</summary>
    private static Expression? CallOfItself(RuleContext context, FunctionDef function)
    {
        var isProperty = function.Decorators.Any(decorator => context.Names.Resolve(decorator)?.Text is "builtins.property" or "functools.cached_property");
        if (function.Decorators.Length > 0 && !isProperty)
        {
            return null;
        }

        if (context.Code.ClassOf(function) is { } type)
        {
            // An object may have been given another function by this name.
            if (context.Uses.AttributesNamed(function.Name).Any(static use => use.Context is ExpressionContext.Store) || IsBoundAnew(type, function.Name))
            {
                return null;
            }

            // A subclass may give the method another body; a property that reads itself does so in every class that does not.
            return context.Uses.AttributesNamed(function.Name).FirstOrDefault(use => use.Context is ExpressionContext.Load && ReferenceEquals(context.Code.FunctionAround(use), function) && ReferenceEquals(context.Code.ClassOfSelf(use), type)
                && (isProperty ? Definitions.MethodOf(context, type, function.Name) is not null : context.Code.ParentOf(use) is Call call && ReferenceEquals(call.Function, use) && Definitions.MethodOf(context, type, function.Name) is not null));
        }

        foreach (var call in context.Code.CallsNamed(function.Name))
        {
            if (call.Start > function.Start && call.End <= function.End && ReferenceEquals(context.Code.FunctionAround(call), function)
                && ReferenceEquals(Definitions.FunctionOf(context, (Name)call.Function), function))
            {
                return call;
            }
        }

        return null;
    }

    /// <summary><c>upper = staticmethod(upper)</c>: the method is made another thing, and its first parameter is not what its class makes.</summary>
    private static bool IsBoundAnew(ClassDef type, string name) => type.Body.Any(statement => statement is Assign { Targets: [Name target] } && string.Equals(target.Id, name, StringComparison.Ordinal));

    /// <summary>A call that does not fit the function ends with a TypeError: whoever wrote it meant another one of this name.</summary>
    private static bool Fits(RuleContext context, FunctionDef function, Expression again) =>
        (again as Call ?? context.Code.ParentOf(again) as Call) is not { } call || (again is Attribute && !ReferenceEquals(call.Function, again)) || Signature.Fits(function, call, again is Attribute ? 1 : 0);

    /// <summary>Neither a branch, nor an exception handler, nor a part of an expression that may be left out, lies around the call, and nothing leaves before it.</summary>
    private static bool IsOnEveryWay(RuleContext context, FunctionDef function, SyntaxNode again)
    {
        foreach (var around in context.Code.Around(again))
        {
            if (ReferenceEquals(around, function))
            {
                break;
            }

            if (around is If or For or While or Try or Match or With or IfExp or BoolOp or Comprehension or ListComp or SetComp or DictComp or GeneratorExp or Lambda or FunctionDef or ClassDef or Await or Compare { Comparators.Length: > 1 })
            {
                return false;
            }
        }

        var flow = context.FlowOf(function);
        return !flow.PointsOf(again, context.Code).IsEmpty && function.Body.TakeWhile(statement => statement.End <= again.Start).All(static statement => statement is Assign or AnnAssign or AugAssign or Pass or Import or ImportFrom or Global or Nonlocal || statement is Expr);
    }
}
