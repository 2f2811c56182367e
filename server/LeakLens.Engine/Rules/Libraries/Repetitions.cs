using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries;

/// <summary>Whether code runs many times: loops, callers in the file, and what frameworks call (<c>rules/facts/libraries.json</c>).</summary>
internal static class Repetitions
{
    /// <summary>So many of anything are few: matplotlib itself warns when more figures than this are open.</summary>
    public const long Few = 20;

    public static Repetition Of(RuleContext context, SyntaxNode place)
    {
        if (LoopAround(context, place) is not null || IsInComprehension(context, place))
        {
            return Repetition.Many;
        }

        if (context.Code.FunctionAround(place) is FunctionDef function && (IsHandler(context, function) || Frequency.IsCalledOften(context, place)))
        {
            return Repetition.Many;
        }

        return RunsOnce(context, place) ? Repetition.Few : Repetition.Unknown;
    }

    /// <summary>The nearest loop around a place, in its own function, that may run more than a few times.</summary>
    public static Statement? LoopAround(RuleContext context, SyntaxNode place) => context.Code.LoopsAround(place).FirstOrDefault(loop => !IsShort(context, loop));

    /// <summary>A framework calls it for each request, task or message.</summary>
    public static bool IsHandler(RuleContext context, FunctionDef function) =>
        function.Decorators.Any(decorator => IsHandlerDecorator(context, decorator))
        || (context.Code.ClassOf(function) is { } type && !LibraryData.Instance.Set("repeated.once").Contains(function.Name)
            && type.Bases.Any(parent => context.Names.Resolve(parent) is { } name && LibraryData.Instance.Set("repeated.bases").Contains(name.Text)));

    /// <summary>A queue or a clock calls it, without anybody who waits.</summary>
    public static bool IsTask(RuleContext context, FunctionDef function) =>
        function.Decorators.Any(decorator => NameOf(context, decorator) is { } name && LibraryNames.HandlerKind(name) is "a message" or "a timer");

    /// <summary>A loop over what stands in the text, or that counts to a small number.</summary>
    public static bool IsShort(RuleContext context, Statement loop) => loop is For { Iterable: var items } && IsShort(context, items, depth: 3);

    private static bool IsShort(RuleContext context, Expression items, int depth) => items switch
    {
        List { Elements.Length: var count } => count <= Few,
        Python.Syntax.Tuple { Elements.Length: var count } => count <= Few,
        Set { Elements.Length: var count } => count <= Few,
        Dict { Values.Length: var count } => count <= Few,
        Constant { Value: string text } => text.Length <= Few,
        Call { Function: var function, Arguments: { Length: > 0 } arguments } => context.Names.Resolve(function)?.Text switch
        {
            "builtins.range" => arguments.All(static argument => argument is Constant { Value: long and <= Few and >= 0 }),
            "builtins.enumerate" or "builtins.sorted" or "builtins.reversed" or "builtins.list" or "builtins.tuple" => IsShort(context, arguments[0], depth),
            "builtins.zip" => arguments.Any(argument => IsShort(context, argument, depth)),
            _ => false,
        },
        // Of folds for cross-validation there are five or ten.
        Call { Function: Python.Syntax.Attribute { Name: "split", Value: var folds } } => Makers.Of(context, folds)?.StartsWith("sklearn.model_selection.", StringComparison.Ordinal) == true,
        Call { Function: Python.Syntax.Attribute { Name: "items" or "keys" or "values", Value: var table }, Arguments.IsEmpty: true } => IsShort(context, table, depth),
        Name name when depth > 0 && Definitions.OnlyValue(context, name) is { } value => value is not Name && IsShort(context, value, depth - 1),
        _ => false,
    };

    private static bool IsInComprehension(RuleContext context, SyntaxNode place) =>
        context.Code.Around(place).TakeWhile(static around => around is not Statement and not Lambda).Any(static around => around is ListComp or SetComp or DictComp or GeneratorExp);

    /// <summary>Asked from where no long loop is around: behind the outermost short one.</summary>
    private static bool RunsOnce(RuleContext context, SyntaxNode place) => Definitions.RunsOnce(context, context.Code.LoopsAround(place).LastOrDefault() ?? place);

    private static bool IsHandlerDecorator(RuleContext context, Expression decorator) =>
        NameOf(context, decorator) is { } name && (LibraryData.Instance.Set("repeated.decorators").Contains(name) || LibraryNames.HandlerKind(name) is not null);

    /// <summary>The decorator by its qualified name; a method of what a library made as <c>flask.Flask().route</c>.</summary>
    private static string? NameOf(RuleContext context, Expression decorator)
    {
        var called = decorator is Call call ? call.Function : decorator;
        return called is Python.Syntax.Attribute method && Makers.Of(context, method.Value) is { } maker ? $"{maker}().{method.Name}" : context.Names.Resolve(called)?.Text;
    }
}
