using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// Whether somebody looks after a collection, seen in the text alone: something takes out of it, or its length decides whether more goes in.
/// The evaluation knows more of what it can follow; this knows what happens in callbacks, threads and methods that nobody calls here.
/// </summary>
internal static class ContainerCare
{
    private static readonly HashSet<string> Removals = new(StringComparer.Ordinal)
    {
        "remove", "discard", "pop", "popleft", "popitem", "clear", "difference_update", "intersection_update", "get", "get_nowait",
    };

    public static bool IsTended(GrowthCase growth) => ContainerOf(growth.Fact.Node) is { } container && IsTended(growth.Context, container, growth.Function);

    public static bool IsTended(RuleContext context, Expression container, SyntaxNode? function)
    {
        foreach (var use in UsesOf(context, container))
        {
            var parent = context.Code.ParentOf(use);
            if (parent is Python.Syntax.Attribute member && Removals.Contains(member.Name) && !(member.Name.StartsWith("get", StringComparison.Ordinal) && context.Code.ParentOf(member) is Call { Arguments.IsEmpty: false }))
            {
                return true;
            }

            if (parent is Subscript { Context: ExpressionContext.Del } or Delete
                || (parent is Subscript { Context: ExpressionContext.Store, Index: Slice })
                || IsRebound(context, use)
                || (parent is Call { Function: Name { Id: "len" } } && ReferenceEquals(context.Code.FunctionAround(use), function) && function is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A collection that the module makes, or the class of the object whose method this is.</summary>
    public static bool IsLasting(RuleContext context, Expression container)
    {
        var isLasting = container switch
        {
            Name name => context.Uses.OwnerOf(name) is { } owner && context.Uses.IsOfModule(owner),
            Python.Syntax.Attribute attribute => context.Code.ClassOfSelf(attribute) is not null,
            _ => false,
        };
        return isLasting && UsesOf(context, container).Any(use => context.Code.ParentOf(use) switch
        {
            Assign assign => !ReferenceEquals(assign.Value, use) && IsNewCollection(assign.Value),
            AnnAssign { Value: { } value } => IsNewCollection(value),
            _ => false,
        });
    }

    /// <summary>All of it is handed to somebody at once, as gather(*tasks) and wait(tasks) are: the program has an end in mind.</summary>
    public static bool IsSpread(RuleContext context, Expression container) =>
        UsesOf(context, container).Any(use => context.Code.ParentOf(use) is Starred or Call { Function: not Name { Id: "len" or "print" } } or Return or Keyword);

    /// <summary>An empty list or set, or one of a few.</summary>
    private static bool IsNewCollection(Expression value) => value is List or Set or Call { Function: Name { Id: "list" or "set" }, Arguments.IsEmpty: true };

    /// <summary>The collection that a growing statement names.</summary>
    public static Expression? ContainerOf(SyntaxNode growing) => growing switch
    {
        Call { Function: Python.Syntax.Attribute method } => method.Value,
        Subscript subscript => subscript.Value,
        AugAssign { Target: Subscript item } => item.Value,
        AugAssign augmented => augmented.Target,
        _ => null,
    };

    public static IEnumerable<Expression> UsesOf(RuleContext context, Expression container) => container switch
    {
        Name name when context.Uses.OwnerOf(name) is { } owner => context.Uses.UsesOf(owner),
        Python.Syntax.Attribute attribute => context.Uses.AttributesNamed(attribute.Name)
            .Where(use => !Resources.VariableUse.IsOfOther(context.Code.ClassOfSelf(use), context.Code.ClassOfSelf(attribute))),
        _ => [],
    };

    /// <summary>A method other than the constructor binds it anew, which drops what was there.</summary>
    private static bool IsRebound(RuleContext context, Expression use) =>
        use is Python.Syntax.Attribute { Context: ExpressionContext.Store } && context.Code.ParentOf(use) is (Assign or Tuple) && context.Code.FunctionAround(use) is FunctionDef { Name: not "__init__" };
}
