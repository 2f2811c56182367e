using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>A collection of the class becomes one of each instance, made in <c>__init__</c>.</summary>
internal sealed class MoveToInit : GrowthFix
{
    public override string Kind => "move-to-init";

    public override ImmutableArray<string> Rules => ["LL207"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (growth.Fact is not { Holding: Holding.Class, Holder: ClassDef { Decorators: [] } type } || Place.Of(growth) is not { Target: Name name, Binding: var binding, Annotation: null } place
            || !type.Body.Contains(binding) || !IsUsedThroughInstances(context, name.Id) || IsBypassed(context, type))
        {
            yield break;
        }

        var writer = context.Write();
        var made = context.TextOf(place.Value);
        if (Definitions.MethodOf(context.Rules, type, "__init__") is { } init)
        {
            if (init.Parameters.PositionalOnly.AddRange(init.Parameters.Positional) is not [var self, ..] || CodeBlocks.FirstBelowDocstring(init.Body) is not { } first)
            {
                yield break;
            }

            var line = $"{self.Name}.{name.Id} = {made}";
            _ = first is Pass ? writer.Replace(first, line) : IsCallOfSuper(first) ? writer.InsertAfter(first, line) : writer.InsertBefore(first, line);
            writer.Remove(binding, type.Body);
        }
        else if (type.Bases.IsEmpty && context.Style.IndentOf(binding) is { } indent)
        {
            writer.Replace(binding, $"def __init__(self):\n{indent}{context.Style.Unit}self.{name.Id} = {made}");
        }

        foreach (var fix in writer.Done($"Make {name.Id} in __init__, one for each {type.Name}", Applicability.Unsafe, "instances no longer share it"))
        {
            yield return fix;
        }
    }

    private static bool IsCallOfSuper(Statement statement) => statement is Expr { Value: Call { Function: Attribute { Name: "__init__", Value: Call { Function: Name { Id: "super" } } } } };

    /// <summary>A class that derives from it has an <c>__init__</c> of its own that does not call this one: its objects would go without.</summary>
    private static bool IsBypassed(FixContext context, ClassDef type) => context.Code.Classes.Any(other => !ReferenceEquals(other, type) && Definitions.Family(context.Rules, other).Contains(type)
        && Definitions.MethodOf(context.Rules, other, "__init__") is { } init && !context.Code.Calls.Any(call => call.Function is Attribute { Name: "__init__" } && context.Code.IsInside(call, init)));

    /// <summary>Every use is of <c>self</c> in a method; the class, or its class methods, do not ask for it.</summary>
    private static bool IsUsedThroughInstances(FixContext context, string name) =>
        context.Rules.Uses.AttributesNamed(name).All(use => use.Value is Name { Id: var owner } && !context.Code.Classes.Any(other => string.Equals(owner, other.Name, StringComparison.Ordinal)) && owner is not "cls");
}
