using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Functions and classes that a library of command lines runs when its user types their name (<c>rules/facts/exhaustion.json</c>).</summary>
internal static class CommandLines
{
    public static bool IsCommand(RuleContext context, FunctionDef function)
    {
        foreach (var decorator in function.Decorators)
        {
            var called = decorator is Call call ? call.Function : decorator;
            if (IsNamed(context, called) || (called is Python.Syntax.Attribute { Name: "command" or "group", Value: Name group } && IsGroup(context, group)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsCommand(RuleContext context, ClassDef type) =>
        type.Bases.Any(parent => context.Names.Resolve(parent) is { } name && ExhaustionData.Instance.Set("commandBases").Contains(name.Text));

    private static bool IsNamed(RuleContext context, Expression decorator) => context.Names.Resolve(decorator) is { } name && ExhaustionData.Instance.Set("commandDecorators").Contains(name.Text);

    /// <summary><c>@click.group() def tool(): ...</c>, then <c>@tool.command()</c>.</summary>
    private static bool IsGroup(RuleContext context, Name group) =>
        Definitions.FunctionOf(context, group) is { } function && function.Decorators.Any(decorator => IsNamed(context, decorator is Call call ? call.Function : decorator));
}
