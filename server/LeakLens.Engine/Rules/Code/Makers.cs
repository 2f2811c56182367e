using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Which library made the object that an expression stands for: the name of the one call, or class, that all its bindings agree on.</summary>
internal static class Makers
{
    private const int Deepest = 4;

    /// <summary>For example <c>requests.Session</c>; null when it is not known, or not one.</summary>
    public static string? Of(RuleContext context, Expression expression) => CallOf(context, expression) is { } made ? NameOf(context, made) : AnnotationOf(context, expression);

    /// <summary>The call that made it; where there are several of one name, the first.</summary>
    public static Call? CallOf(RuleContext context, Expression expression)
    {
        if (expression is Name name && context.Uses.OwnerOf(name) is { } owner)
        {
            if (!context.MakersOfVariables.TryGetValue(owner, out var made))
            {
                context.MakersOfVariables[owner] = made = CallOf(context, expression, Deepest);
            }

            return made;
        }

        if (expression is Attribute attribute && context.Code.ClassOfSelf(attribute) is { } type)
        {
            if (!context.MakersOfAttributes.TryGetValue((type, attribute.Name), out var made))
            {
                context.MakersOfAttributes[(type, attribute.Name)] = made = CallOf(context, expression, Deepest);
            }

            return made;
        }

        return CallOf(context, expression, Deepest);
    }

    private static string? NameOf(RuleContext context, Call call) => context.Names.Resolve(call.Function)?.Text;

    private static Call? CallOf(RuleContext context, Expression expression, int depth) => depth == 0 ? null : expression switch
    {
        Call call => call,
        Await waiting => CallOf(context, waiting.Value, depth - 1),
        Name name when context.Uses.OwnerOf(name) is { } owner => Agreed(context, context.Uses.UsesOf(owner), depth),
        Attribute attribute when context.Code.ClassOfSelf(attribute) is { } type =>
            Agreed(context, context.Uses.AttributesNamed(attribute.Name).Where(use => ReferenceEquals(context.Code.ClassOfSelf(use), type)), depth),
        _ => null,
    };

    private static Call? Agreed(RuleContext context, IEnumerable<Expression> uses, int depth)
    {
        Call? first = null;
        foreach (var use in uses)
        {
            if (use is Name { Context: not ExpressionContext.Store } or Attribute { Context: not ExpressionContext.Store })
            {
                continue;
            }

            var value = ValueOf(context, use);
            if (value is Constant { LiteralKind: ConstantKind.None })
            {
                continue;
            }

            if (value is null || CallOf(context, value, depth - 1) is not { } made || (first is not null && !string.Equals(NameOf(context, first), NameOf(context, made), StringComparison.Ordinal)))
            {
                return null;
            }

            first ??= made;
        }

        return first;
    }

    /// <summary>What a target is bound to as a whole.</summary>
    private static Expression? ValueOf(RuleContext context, Expression target) => context.Code.ParentOf(target) switch
    {
        Assign assign when assign.Targets.Any(one => ReferenceEquals(one, target)) => assign.Value,
        AnnAssign annotated => annotated.Value,
        NamedExpr named => named.Value,
        WithItem item => item.Context,
        _ => null,
    };

    private static string? AnnotationOf(RuleContext context, Expression expression)
    {
        if (expression is not Name name || context.Code.FunctionAround(name) is not { } function || Origins.ParameterOf(name.Id, function) is not { Annotation: { } annotation })
        {
            return null;
        }

        return context.Names.Resolve(annotation is Subscript generic ? generic.Value : annotation)?.Text;
    }
}
