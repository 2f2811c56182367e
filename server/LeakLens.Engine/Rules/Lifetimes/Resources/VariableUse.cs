using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.Resources;

/// <summary>What becomes of a resource that a variable or an attribute refers to, seen over the whole text.</summary>
internal sealed class VariableUse
{
    private readonly RuleContext _context;
    private readonly Resource _resource;
    private readonly LifetimeData _data = LifetimeData.Instance;

    private VariableUse(RuleContext context, Resource resource)
    {
        _context = context;
        _resource = resource;
    }

    /// <summary>Where it is let go of.</summary>
    public List<SyntaxNode> Releases { get; } = [];

    /// <summary>Methods that are called on it, those that release not among them.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls that put it into a collection.</summary>
    public List<Call> Keepers { get; } = [];

    /// <summary>Somebody else may let go of it.</summary>
    public bool Escapes { get; private set; }

    public static VariableUse Of(RuleContext context, Name target, Resource resource)
    {
        var use = new VariableUse(context, resource);
        if (context.Uses.OwnerOf(target) is not { } owner)
        {
            use.Escapes = true;
            return use;
        }

        if (context.VariableUses.TryGetValue((owner, resource), out var known))
        {
            return known;
        }

        context.VariableUses[(owner, resource)] = use;
        var function = context.Code.FunctionAround(target);
        foreach (var name in context.Uses.UsesOf(owner))
        {
            // What an inner function closes over lives as long as that; what a function binds for the module belongs to the module.
            use.Escapes |= !ReferenceEquals(context.Code.FunctionAround(name), function) || (function is not null && context.Uses.IsOfModule(owner));
            use.Look(name);
        }

        return use;
    }

    /// <summary>An attribute is the same whatever object it is of: what is not certain counts as released.</summary>
    public static VariableUse Of(RuleContext context, Attribute field, Resource resource)
    {
        var use = new VariableUse(context, resource);
        var type = context.Code.ClassOfSelf(field);
        foreach (var attribute in context.Uses.AttributesNamed(field.Name))
        {
            if (!IsOfOther(context.Code.ClassOfSelf(attribute), type))
            {
                use.Look(attribute);
            }
        }

        return use;
    }

    /// <summary>An attribute of <c>self</c> in a class that has nothing to do with this one.</summary>
    public static bool IsOfOther(ClassDef? other, ClassDef? type) =>
        other is not null && type is not null && !ReferenceEquals(other, type) && other.Bases.IsEmpty && type.Bases.IsEmpty;

    /// <summary>The call puts it into a collection.</summary>
    public static bool IsKeeper(Call call, SyntaxNode node) =>
        call is { Function: Attribute { Name: "append" or "add" }, Arguments: [var kept], Keywords.IsEmpty: true } && ReferenceEquals(kept, node);

    private void Look(Expression use)
    {
        var parent = _context.Code.ParentOf(use);
        switch (parent)
        {
            case Attribute member when _resource.Release.Contains(member.Name) || member.Name is "__exit__" or "__aexit__":
                Releases.Add(member);
                break;
            case Attribute member:
                Members.Add(member.Name);
                break;
            case WithItem { Context: var context } when ReferenceEquals(context, use):
                Releases.Add(parent);
                break;
            case Delete:
            case Await:
                Releases.Add(parent);
                break;
            case Call call when !ReferenceEquals(call.Function, use):
                LookAtCall(call, use);
                break;
            default:
                Escapes |= !IsHarmless(use, parent);
                break;
        }
    }

    private void LookAtCall(Call call, Expression use)
    {
        if (IsKeeper(call, use))
        {
            Keepers.Add(call);
        }

        var isKnown = _context.Names.TryResolve(call.Function, out var name);
        if (isKnown && _data.Set("releaseCalls").Contains(name?.Text ?? string.Empty))
        {
            Releases.Add(call);
        }
        else if (!isKnown || !_data.Set("borrowingCalls").Contains(name?.Text ?? string.Empty))
        {
            Escapes = true;
        }
    }

    /// <summary>Nobody gets hold of it by that: it is bound, compared, tested, printed, iterated over.</summary>
    private static bool IsHarmless(Expression use, SyntaxNode? parent) => parent switch
    {
        Assign assign => assign.Targets.Any(target => ReferenceEquals(target, use)),
        AnnAssign annotated => ReferenceEquals(annotated.Target, use),
        NamedExpr named => ReferenceEquals(named.Target, use),
        For loop => ReferenceEquals(loop.Iterable, use),
        Comprehension loop => ReferenceEquals(loop.Iterable, use),
        IfExp choice => ReferenceEquals(choice.Test, use),
        Python.Syntax.Tuple { Context: ExpressionContext.Store } or Compare or UnaryOp or If or While or Assert or FormattedValue or Expr => true,
        Subscript part => ReferenceEquals(part.Value, use),
        _ => false,
    };
}
