using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>The variable or attribute that a container is bound to where it is made.</summary>
/// <param name="Binding">The statement that makes it.</param>
/// <param name="Target">What it is bound to.</param>
/// <param name="Annotation">Its type, where the statement says it.</param>
internal sealed record Place(Statement Binding, Expression Target, Expression Value, Expression? Annotation)
{
    /// <summary>Null when the container is made within something else, or for several names at once.</summary>
    public static Place? Of(GrowthCase growth)
    {
        var code = growth.Context.Code;
        return growth.Fact.Container is Expression made ? code.ParentOf(made) switch
        {
            Assign { Targets: [Name or Attribute] } assign when ReferenceEquals(assign.Value, made) => new Place(assign, assign.Targets[0], made, null),
            AnnAssign { Target: Name or Attribute } assign when ReferenceEquals(assign.Value, made) => new Place(assign, assign.Target, made, assign.Annotation),
            _ => null,
        } : null;
    }

    /// <summary>Every expression that means it; of an attribute all of its name, whatever they are attributes of.</summary>
    public IEnumerable<Expression> Uses(RuleContext rules) => Target switch
    {
        Name name when rules.Uses.OwnerOf(name) is { } owner => IsOfClass(rules) ? [.. rules.Uses.UsesOf(owner), .. rules.Uses.AttributesNamed(name.Id)] : rules.Uses.UsesOf(owner),
        Attribute attribute => rules.Uses.AttributesNamed(attribute.Name),
        _ => [],
    };

    private bool IsOfClass(RuleContext rules) => rules.Code.ParentOf(Binding) is ClassDef;
}
