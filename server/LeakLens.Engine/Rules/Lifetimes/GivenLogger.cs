using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// A logger that somebody hands over, or a part of one (<c>logger.getChild(tag)</c>): whose it is nobody sees here, but it stays, since the library keeps every logger under its
/// name, and it may be the same for many.
/// </summary>
internal static class GivenLogger
{
    private const int Farthest = 4;

    public static bool Is(RuleContext context, Expression logger) => Is(context, logger, Farthest);

    private static bool Is(RuleContext context, Expression logger, int steps) => steps > 0 && logger switch
    {
        Name name => IsParameter(context, name) || (Definitions.OnlyValue(context, name) is { } value && Is(context, value, steps - 1)),
        Python.Syntax.Attribute field when context.Code.ClassOfSelf(field) is { } type => context.Uses.AttributesNamed(field.Name)
            .Any(use => context.Code.ParentOf(use) is Assign { Value: var value } given && !ReferenceEquals(value, use) && context.Code.IsInside(given, type) && Is(context, value, steps - 1)),
        Call { Function: Python.Syntax.Attribute part } => LifetimeData.Instance.Set("loggers.parts").Contains(part.Name) && IsLogger(context, part.Value, steps - 1),
        BoolOp either => either.Values.Any(value => Is(context, value, steps - 1)),
        IfExp either => Is(context, either.Body, steps - 1) || Is(context, either.OrElse, steps - 1),
        _ => false,
    };

    private static bool IsLogger(RuleContext context, Expression logger, int steps) => Is(context, logger, steps)
        || (logger is Call call && context.Names.Resolve(call.Function)?.Text is { } maker && LifetimeData.Instance.Set("loggers.getters").Contains(maker))
        || (logger is Name name && Definitions.OnlyValue(context, name) is Call made && steps > 0 && IsLogger(context, made, steps - 1));

    private static bool IsParameter(RuleContext context, Name name) =>
        context.Uses.OwnerOf(name) is { IsParameter: true } && context.Code.FunctionAround(name) is { } function && Origins.ParameterOf(name.Id, function) is { Annotation: { } annotation } && IsLoggerType(context, annotation);

    private static bool IsLoggerType(RuleContext context, Expression annotation) => annotation switch
    {
        BinOp { Operator: BinaryOperator.BitOr } either => IsLoggerType(context, either.Left) || IsLoggerType(context, either.Right),
        Subscript optional => IsLoggerType(context, optional.Index),
        _ => context.Names.Resolve(annotation)?.Text is { } type && LifetimeData.Instance.Set("loggers.types").Contains(type),
    };
}
