using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// LL401 where an object keeps a method of its own: <c>self.handler = self.handle</c>. The method refers to the object, so that the object goes with
/// the collector's next run and not with its last user. That matters where there are many and each is large.
/// </summary>
internal sealed class OwnMethodKeptRule : Rule
{
    private const long Large = 64 << 10;

    public override string Id => "LL401";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var allocation in context.Facts.Allocations)
        {
            if (allocation.Bytes.Low >= Large && context.Code.StatementAround(allocation.Node) is Assign { Targets: [Python.Syntax.Attribute large] } && context.Code.ClassOfSelf(large) is { } type
                && IsMadeAgainAndAgain(context, type) && KeptIn(context, type) is { } kept)
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, kept, $"Every {type.Name} refers to itself through {Name(kept)}: with the {ByteText.Bytes(allocation.Bytes.Low)} of {large.Name} it stays until the collector's next run", $"Call the method by its name, or set {Name(kept)} to None when the object is closed")
                    .With(allocation.Node, "held as well");
            }
        }
    }

    private static string Name(Assign kept) => ((Python.Syntax.Attribute)kept.Targets[0]).Name;

    /// <summary>In a loop, or by code that itself runs often.</summary>
    private static bool IsMadeAgainAndAgain(RuleContext context, ClassDef type) => context.Code.Calls.Any(call => call.Function is Name made && string.Equals(made.Id, type.Name, StringComparison.Ordinal)
        && ReferenceEquals(Definitions.ClassOf(context, made), type) && (context.Code.LoopsAround(call).Any() || Frequency.RunsOften(context, call)));

    /// <summary>The statement that stores a method of the class in an attribute of its object; null when nothing does, or when the attribute is bound a second time.</summary>
    private static Assign? KeptIn(RuleContext context, ClassDef type)
    {
        foreach (var method in type.Body.OfType<FunctionDef>())
        {
            foreach (var use in context.Uses.AttributesNamed(method.Name))
            {
                if (use.Context is ExpressionContext.Load && ReferenceEquals(context.Code.ClassOfSelf(use), type) && context.Code.ParentOf(use) is Assign { Targets: [Python.Syntax.Attribute target] } assign && ReferenceEquals(assign.Value, use)
                    && ReferenceEquals(context.Code.ClassOfSelf(target), type) && IsBoundOnce(context, type, target) && CachedMethodKeepsSelfRule.TypeOfSelf(context, method) is not null)
                {
                    return assign;
                }
            }
        }

        return null;
    }

    private static bool IsBoundOnce(RuleContext context, ClassDef type, Python.Syntax.Attribute target) =>
        context.Uses.AttributesNamed(target.Name).Count(use => use.Context is not ExpressionContext.Load && (context.Code.ClassOfSelf(use) is not { } other || ReferenceEquals(other, type))) == 1;
}
