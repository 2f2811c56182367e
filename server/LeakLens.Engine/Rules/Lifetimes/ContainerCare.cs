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
    public static bool IsTended(GrowthCase growth) => ContainerOf(growth.Fact.Node) is { } container && IsTended(growth.Context, container, growth.Function);

    public static bool IsTended(RuleContext context, Expression container, SyntaxNode? function) =>
        context.Trims.IsTrimmedItself(container, container is Python.Syntax.Attribute attribute ? context.Code.ClassOfSelf(attribute) : null)
        || (function is not null && UsesOf(context, container).Any(use => context.Code.ParentOf(use) is Call { Function: Name { Id: "len" } } && ReferenceEquals(context.Code.FunctionAround(use), function)));

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
}
