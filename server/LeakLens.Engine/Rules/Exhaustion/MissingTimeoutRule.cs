using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL506: a call that waits for another machine, and nothing says for how long.</summary>
internal sealed class MissingTimeoutRule : Rule
{
    public override string Id => "LL506";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var data = ExhaustionData.Instance;
        var hasSocketDefault = context.NamedCalls.Of("socket.setdefaulttimeout").Count > 0;
        foreach (var name in context.NamedCalls.Names)
        {
            if (!data.Waits.TryGetValue(name, out var waits))
            {
                continue;
            }

            foreach (var call in context.NamedCalls.Of(name))
            {
                if (!(hasSocketDefault && waits[0].UsesSocketDefault) && Judge(context, rule, call, waits[0]) is { } finding)
                {
                    yield return finding;
                }
            }
        }

        foreach (var finding in OfMethods(context, rule))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> OfMethods(RuleContext context, RuleDescriptor rule)
    {
        var data = ExhaustionData.Instance;
        if (!data.Set("waitingMakers").Any(maker => context.NamedCalls.Of(maker).Count > 0) || HasOwnDefault(context))
        {
            yield break;
        }

        foreach (var method in data.Set("waitingMethodNames"))
        {
            foreach (var call in context.NamedCalls.OfMethod(method))
            {
                if (call.Function is Attribute { Value: var receiver } && Makers.Of(context, receiver) is { } maker
                    && data.WaitingMethods.TryGetValue($"{maker}.{method}", out var waits) && Judge(context, rule, call, waits[0]) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>An adapter of the program's own, or a request method that it replaced, may give every request a timeout.</summary>
    private static bool HasOwnDefault(RuleContext context) => context.NamedCalls.OfMethod("mount").Count > 0
        || context.Uses.AttributesNamed("request").Any(static use => use.Context is ExpressionContext.Store);

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, Call call, WaitingCall wait)
    {
        if (call.Arguments.Length + call.Keywords.Length < wait.Least || NamedCalls.HasUnseenArguments(call) || IsLocal(context, call))
        {
            return null;
        }

        var timeout = NamedCalls.Argument(call, wait.Timeout, wait.Position);
        var isTakenAway = timeout is Constant { LiteralKind: ConstantKind.None };
        if ((timeout is not null && !isTakenAway) || (timeout is null && wait.HasDefault) || IsLimitedAround(context, call) || HasLimitedTwin(context, call, wait))
        {
            return null;
        }

        // Somebody sits in front of a script; a server on the same machine stops answering when the machine does.
        var isNote = Definitions.RunsOnce(context, call) || AttendedCode.Is(context, call, withCommands: true) || (call.Arguments is [var address, ..] && OwnMachine.Is(context, address));
        var level = isNote ? FindingLevel.Note : FindingLevel.Warning;
        var message = isTakenAway
            ? $"{wait.Timeout}=None makes this {wait.What} wait for ever when the other side stops answering"
            : $"This {wait.What} has no timeout: it waits for ever when the other side stops answering, and holds its thread and buffers";
        return UncountedFinding.Of(rule, level, call, message, $"Give it a limit: {wait.Timeout}=10");
    }

    /// <summary>No other machine is asked.</summary>
    private static bool IsLocal(RuleContext context, Call call) => call.Arguments is [var given, ..]
        && (ConstantValues.Of(context, given) is Constant { Value: string address } ? IsLocal(address) : context.Code.Around(call).Any(around => around is If { Test: var test } branch && call.Start < BodyEnd(branch) && AsksForLocal(test, given)));

    private static bool IsLocal(string address) => address.StartsWith("file:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal);

    private static int BodyEnd(If branch) => branch.Body.IsEmpty ? branch.Test.End : branch.Body[^1].End;

    /// <summary><c>if address.startswith("data:"):</c> around it.</summary>
    private static bool AsksForLocal(Expression test, Expression given) => test switch
    {
        Call { Function: Attribute { Name: "startswith", Value: var asked }, Arguments: [Constant { Value: string prefix }] } => IsLocal(prefix) && SameExpression.Is(asked, given),
        BoolOp { Operator: BoolOperator.And } all => all.Values.Any(value => AsksForLocal(value, given)),
        _ => false,
    };

    /// <summary>The other branch makes the same call with a limit: a condition, or an interpreter that knows none, has decided against it.</summary>
    private static bool HasLimitedTwin(RuleContext context, Call call, WaitingCall wait)
    {
        if (call.Arguments.IsEmpty || context.Names.Resolve(call.Function) is not { } name)
        {
            return false;
        }

        var branch = context.Code.Around(call).TakeWhile(static around => around is not FunctionDef).FirstOrDefault(static around => around is If or Try);
        return branch is not null && context.NamedCalls.Of(name.Text).Any(twin => !ReferenceEquals(twin, call) && context.Code.IsInside(twin, branch)
            && NamedCalls.Argument(twin, wait.Timeout, wait.Position) is not (null or Constant { LiteralKind: ConstantKind.None }) && twin.Arguments is [var first, ..] && SameExpression.Is(first, call.Arguments[0]));
    }

    /// <summary>A limit of time around it, or an alarm that was set before.</summary>
    private static bool IsLimitedAround(RuleContext context, Call call)
    {
        var limits = ExhaustionData.Instance.Set("timeLimits");
        foreach (var around in context.Code.Around(call))
        {
            if ((around is With with && with.Items.Any(item => item.Context is Call made && context.Names.Resolve(made.Function) is { } name && limits.Contains(name.Text)))
                || (around is FunctionDef function && function.Decorators.Any(decorator => context.Names.Resolve(decorator is Call made ? made.Function : decorator) is { } name && limits.Contains(name.Text)))
                || (around is Call waiter && context.Names.Resolve(waiter.Function) is { } waiting && limits.Contains(waiting.Text)))
            {
                return true;
            }
        }

        return (context.NamedCalls.Of("signal.alarm").Count > 0 || context.NamedCalls.Of("signal.setitimer").Count > 0) && Definitions.CallsBefore(context, call, ExhaustionData.Instance.Set("alarms"));
    }
}
