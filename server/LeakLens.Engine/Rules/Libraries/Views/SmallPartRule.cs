using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Views;

/// <summary>LL902 where nobody knows the bytes: what grows collects parts of documents, arrays or texts that are read one after the other; documents that are read bit by bit, and built as a whole.</summary>
internal sealed class SmallPartRule : Rule
{
    public override string Id => "LL902";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        context.Imports.Any(LibraryData.Instance.Set("views.modules")) ? Collected(context, rule).Concat(StreamedTrees.Check(context, rule)) : [];

    private static IEnumerable<Finding> Collected(RuleContext context, RuleDescriptor rule)
    {
        if (!context.NamedCalls.Names.Any(PartOfWhole.IsWhole))
        {
            yield break;
        }

        foreach (var fact in context.Facts.Growths)
        {
            if (fact is { IsPlace: false, Content.Pinned: null } && new GrowthCase(fact, context) is { Storing: { } storing, IsTrimmedInFile: false } growth
                && PartIn(context, storing) is { } part && LevelOf(growth, part) is { } level && !IsKept(context, part.Whole))
            {
                yield return UncountedFinding.Of(rule, level, fact.Node, $"{context.Text.Text[storing.Holder.Start..storing.Holder.End]} keeps the whole {part.What} each time: what is stored is a part that refers to it", $"Keep a copy of the part: {part.Copy}")
                    .With(part.Whole, $"this {part.What} is kept");
            }
        }
    }

    private static PartOfWhole? PartIn(RuleContext context, Storing storing) =>
        storing.Parts.Select(value => PartOfWhole.Of(context, value)).FirstOrDefault(static part => part is { IsPart: true });

    /// <summary>Null where not each time makes a whole of its own, or so few do that nobody minds.</summary>
    private static FindingLevel? LevelOf(GrowthCase growth, PartOfWhole part)
    {
        var (context, fact) = (growth.Context, growth.Fact);
        if (!ReferenceEquals(context.Code.FunctionAround(part.Whole), growth.Function))
        {
            return null;
        }

        if (fact.Loop is Statement loop and (For or While))
        {
            var isWithin = context.Code.IsInside(fact.Node, loop);
            if (Repetitions.IsShort(context, loop) || (isWithin && !context.Code.IsInside(part.Whole, loop)) || (fact.Times.HasFiniteHigh && fact.Times.High <= Repetitions.Few))
            {
                return null;
            }

            return growth.IsPersistent || fact.Owner.Lifetime is Lifetime.Caller ? Most(growth, part) : FindingLevel.Note;
        }

        return !growth.IsPersistent || !fact.IsPerCall ? null : Frequency.RunsOften(context, fact.Node) ? Most(growth, part) : FindingLevel.Note;
    }

    private static FindingLevel Most(GrowthCase growth, PartOfWhole part) =>
        growth.Fact.IsShared || growth.IsLeftUncalled || (part.MayBeNumber && growth.Context.Rules.TrustsPaths) ? FindingLevel.Note : FindingLevel.Warning;

    /// <summary>The whole is stored, returned or made a part of something as well.</summary>
    private static bool IsKept(RuleContext context, Call whole) =>
        context.Code.ParentOf(whole) is Assign { Targets: [Name name] } && context.UsesOf(name).Any(use => context.Code.ParentOf(use) switch
        {
            Call call => Storing.Of(call, context.Code) is { } storing && storing.Values.Contains(use),
            Assign { Targets: [Python.Syntax.Attribute or Subscript] } assign => ReferenceEquals(assign.Value, use),
            Return or Yield or Python.Syntax.Tuple { Context: ExpressionContext.Load } or List { Context: ExpressionContext.Load } or Dict => true,
            _ => false,
        });
}
