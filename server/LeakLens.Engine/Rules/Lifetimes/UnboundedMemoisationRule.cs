using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL403: results are kept for every argument ever seen. This half reads decorators; <see cref="MemoGrowthRule"/> knows the numbers.</summary>
internal sealed class UnboundedMemoisationRule : Rule
{
    public override string Id => "LL403";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var caching in Caching.All(context))
        {
            if (CachedMethodKeepsSelfRule.TypeOfSelf(context, caching.Function) is null && Judge(context, rule, caching) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Caching caching)
    {
        var name = caching.Function.Name;
        if (OneTime(context, caching) is { } what)
        {
            return UncountedFinding.Of(rule, FindingLevel.Warning, caching.Decorator, $"{name} caches {what}, which can be used up only once: the second caller gets an empty one", "Cache the finished result, not what produces it");
        }

        // Numbers, where the evaluation has them, are told by the growth; a cache that something empties has an owner.
        if (caching.IsBounded || !Keys(context, caching.Function).Any() || IsCleared(context, caching.Function) || IsMeasured(context, caching) || IsLocal(context, caching.Function))
        {
            return null;
        }

        return UncountedFinding.Of(rule, FindingLevel.Note, caching.Decorator, $"{name} keeps one result for every argument ever seen, with no limit", "Give it a limit: lru_cache(maxsize=1024)")
            .With(caching.Function, "how many arguments there can be is not known here");
    }

    private static string? OneTime(RuleContext context, Caching caching) =>
        context.Code.IsGenerator(caching.Function) ? "a generator"
        : caching.Function.IsAsync && caching.Decorator is var decorator && IsOfFunctools(context, decorator) ? "a coroutine"
        : null;

    private static bool IsOfFunctools(RuleContext context, Expression decorator) =>
        context.Names.TryResolve((decorator as Call)?.Function ?? decorator, out var name) && name.Text.StartsWith("functools.", StringComparison.Ordinal);

    /// <summary>The parameters whose values have no natural end.</summary>
    private static IEnumerable<Parameter> Keys(RuleContext context, FunctionDef function)
    {
        var parameters = function.Parameters;
        var own = parameters.PositionalOnly.Concat(parameters.Positional).Concat(parameters.KeywordOnly);
        var isOfType = function.Name is "__new__" || function.Decorators.Any(decorator => context.Names.TryResolve(decorator, out var name) && name.Text is "builtins.classmethod");
        var skipped = context.Code.ClassOf(function) is not null && isOfType ? 1 : 0;
        return own.Skip(skipped).Concat(new[] { parameters.VarArgs, parameters.KeywordArgs }.OfType<Parameter>()).Where(parameter => !IsFinite(context, parameter.Annotation));
    }

    private static bool IsFinite(RuleContext context, Expression? annotation) => annotation switch
    {
        Constant { LiteralKind: ConstantKind.None } => true,
        Subscript subscript => IsFinite(context, subscript.Value),
        BinOp union => IsFinite(context, union.Left) && IsFinite(context, union.Right),
        Name name when Definitions.ClassOf(context, name) is { } type => type.Bases.Any(parent => context.Names.TryResolve(parent, out var origin) && origin.Text.StartsWith("enum.", StringComparison.Ordinal)),
        not null => context.Names.TryResolve(annotation, out var known) && LifetimeData.Instance.Set("finiteTypes").Contains(known.Text),
        null => false,
    };

    private static bool IsCleared(RuleContext context, FunctionDef function) =>
        context.Uses.AttributesNamed("cache_clear").Any(use => string.Equals((use.Value as Name)?.Id ?? (use.Value as Python.Syntax.Attribute)?.Name, function.Name, StringComparison.Ordinal));

    private static bool IsMeasured(RuleContext context, Caching caching) =>
        context.Facts.Growths.Any(growth => context.Code.IsInside(growth.Container, caching.Decorator));

    /// <summary>A recursion's memo inside of one call goes with it.</summary>
    private static bool IsLocal(RuleContext context, FunctionDef function) => context.Code.FunctionAround(function) is not null;
}
