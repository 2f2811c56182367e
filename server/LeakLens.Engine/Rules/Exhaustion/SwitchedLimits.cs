using System.Numerics;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>Finds the limits of libraries that a text switches off: by an argument, an attribute, a setting or an option.</summary>
internal static class SwitchedLimits
{
    private static readonly BigInteger Huge = int.MaxValue;

    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        OfCalls(context, rule).Concat(OfMethods(context, rule)).Concat(OfAttributes(context, rule)).Concat(OfSettings(context, rule)).Concat(OfOptions(context, rule));

    private static IEnumerable<Finding> OfCalls(RuleContext context, RuleDescriptor rule)
    {
        var limits = ExhaustionData.Instance.Limits("calls");
        foreach (var name in context.NamedCalls.Names)
        {
            if (!limits.TryGetValue(name, out var all))
            {
                continue;
            }

            foreach (var call in context.NamedCalls.Of(name))
            {
                foreach (var limit in all)
                {
                    if (OfArgument(context, rule, call, limit) is { } finding)
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    /// <summary>Methods whose argument has a name that nothing else has: whose object it is need not be known.</summary>
    private static IEnumerable<Finding> OfMethods(RuleContext context, RuleDescriptor rule)
    {
        foreach (var (method, all) in ExhaustionData.Instance.Limits("methods"))
        {
            foreach (var call in context.NamedCalls.OfMethod(method))
            {
                foreach (var limit in all)
                {
                    if (OfArgument(context, rule, call, limit) is { } finding)
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private static Finding? OfArgument(RuleContext context, RuleDescriptor rule, Call call, SwitchedLimit limit) =>
        string.Equals(limit.Rule, rule.Id, StringComparison.Ordinal) && NamedCalls.Argument(call, limit.Keyword, limit.Position) is { } value && IsOff(context, value, limit) && IsFirst(context, call, limit)
            ? Report(rule, call, limit)
            : null;

    private static bool IsFirst(RuleContext context, Call call, SwitchedLimit limit) => limit.First.Count == 0
        || (call.Arguments is [var first, ..] && limit.First.Contains(first is Constant { Value: string text } ? text : context.Names.Resolve(first)?.Text ?? string.Empty));

    private static IEnumerable<Finding> OfAttributes(RuleContext context, RuleDescriptor rule)
    {
        foreach (var (path, all) in ExhaustionData.Instance.Limits("attributes"))
        {
            foreach (var use in context.Uses.AttributesNamed(path[(path.LastIndexOf('.') + 1)..]))
            {
                if (use.Context is ExpressionContext.Store && context.Names.Resolve(use)?.MayBe(path) is true && context.Code.ParentOf(use) is Assign assign
                    && string.Equals(all[0].Rule, rule.Id, StringComparison.Ordinal) && IsOff(context, assign.Value, all[0]))
                {
                    yield return Report(rule, assign, all[0]);
                }
            }
        }
    }

    /// <summary>Settings of a framework: names of a settings module, and keys of an application's configuration.</summary>
    private static IEnumerable<Finding> OfSettings(RuleContext context, RuleDescriptor rule)
    {
        var limits = ExhaustionData.Instance.Limits("settings");
        var isSettings = context.Tree.GetScopes(context.Cancellation).Module is var module && ExhaustionData.Instance.Set("settingsMarks").Any(mark => module.Find(mark) is not null);
        foreach (var statement in isSettings ? context.Tree.Root.Body : [])
        {
            if (statement is Assign { Targets: [Name target] } assign && limits.TryGetValue(target.Id, out var all) && string.Equals(all[0].Rule, rule.Id, StringComparison.Ordinal) && IsOff(context, assign.Value, all[0]))
            {
                yield return Report(rule, assign, all[0]);
            }
        }

        foreach (var config in context.Uses.AttributesNamed("config"))
        {
            if (context.Code.ParentOf(config) is Subscript { Context: ExpressionContext.Store, Index: Constant { Value: string key } } item && limits.TryGetValue(key, out var all)
                && context.Code.ParentOf(item) is Assign assign && string.Equals(all[0].Rule, rule.Id, StringComparison.Ordinal) && IsOff(context, assign.Value, all[0]))
            {
                yield return Report(rule, assign, all[0]);
            }
        }
    }

    /// <summary>Pairs of a name and a value, as gRPC takes them.</summary>
    private static IEnumerable<Finding> OfOptions(RuleContext context, RuleDescriptor rule)
    {
        var limits = ExhaustionData.Instance.Limits("options");
        var makers = ExhaustionData.Instance.Set("optionTakers");
        foreach (var maker in makers)
        {
            foreach (var call in context.NamedCalls.Of(maker))
            {
                if (NamedCalls.Argument(call, "options") is not { } options)
                {
                    continue;
                }

                var pairs = Origins.Of(options, context.Code.FunctionAround(call)) switch
                {
                    List list => list.Elements,
                    Tuple tuple => tuple.Elements,
                    _ => [],
                };
                foreach (var pair in pairs)
                {
                    if (pair is Tuple { Elements: [Constant { Value: string name }, var value] } && limits.TryGetValue(name, out var all) && string.Equals(all[0].Rule, rule.Id, StringComparison.Ordinal) && IsOff(context, value, all[0]))
                    {
                        yield return Report(rule, pair, all[0]);
                    }
                }
            }
        }
    }

    private static Finding Report(RuleDescriptor rule, SyntaxNode place, SwitchedLimit limit) => UncountedFinding.Of(rule, limit.Level, place, limit.Message, limit.Advice);

    private static bool IsOff(RuleContext context, Expression value, SwitchedLimit limit) =>
        ValueText(context, ConstantValues.Of(context, value)) is { } text ? limit.Values.Contains(text) : limit.Values.Contains("huge") && ConstantValues.NumberOf(context, value) >= Huge;

    private static string? ValueText(RuleContext context, Expression value) => value switch
    {
        Constant { LiteralKind: ConstantKind.None } => "None",
        Constant { LiteralKind: ConstantKind.True } => "True",
        Constant { LiteralKind: ConstantKind.False } => "False",
        Constant { Value: 0L } => "0",
        UnaryOp { Operator: UnaryOperator.USub, Operand: Constant { Value: 1L } } => "-1",
        Call { Arguments: [Constant { Value: "inf" or "Infinity" }] } call when context.Names.Resolve(call.Function)?.Text is "builtins.float" => "inf",
        Name or Attribute => context.Names.Resolve(value)?.Text,
        _ => null,
    };
}
