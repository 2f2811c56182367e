using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL105: a loop that does not end by itself keeps adding, and nothing in it takes anything out.</summary>
internal sealed class EndlessAccumulationRule : GrowthRule
{
    public override string Id => "LL105";

    public override bool Covers(GrowthCase growth) =>
        growth.IsEndless && (growth.Fact.Times.IsUnbounded || growth.Fact.Peak.IsUnbounded);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        if (growth.IsTrimmedInFile || (growth.Fact.Loop is While loop && IsEndedElsewhere(growth, loop)))
        {
            return null;
        }

        // Proven: each trip adds, and no trip is the last.
        var isProven = growth.Fact.Times.Low == growth.Fact.Times.High && growth.IsPersistent && !growth.Fact.IsShared;
        return isProven && !growth.IsOfFewNames && GrowthNumbers.PerTime(growth.Fact) >= rule.GetThreshold("error-bytes") ? FindingLevel.Error
            : growth.Fact.IsShared || MayComeAgain(growth) ? FindingLevel.Note
            : FindingLevel.Warning;
    }

    /// <summary>Under a key that comes from outside: how many there are is not known, and the same ones may come again and again.</summary>
    private static bool MayComeAgain(GrowthCase growth) => growth.Storing is { Key: not null } storing ? !new StoredThing(growth, storing).IsNewEachTime() : growth.IsOfFewNames;

    /// <summary>The test asks for what other code may change: an attribute that is set elsewhere in the file, or what the loop itself cuts down.</summary>
    private static bool IsEndedElsewhere(GrowthCase growth, While loop)
    {
        var finder = new ChangeFinder(growth.Context, loop);
        finder.Visit(loop.Test);
        return finder.Found;
    }

    private sealed class ChangeFinder(RuleContext context, While loop) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitAttribute(Python.Syntax.Attribute node) => Found |= context.Uses.AttributesNamed(node.Name)
            .Any(use => use.Context is ExpressionContext.Store && context.Code.FunctionAround(use) is not FunctionDef { Name: "__init__" } && !context.Code.IsInside(use, loop));

        public override void VisitName(Name node) => Found |= context.Uses.OwnerOf(node) is { } owner && context.Uses.UsesOf(owner)
            .Any(use => context.Code.IsInside(use, loop) && context.Code.ParentOf(use) is Assign { Value: Subscript { Index: Slice } });
    }

    public override string Message(GrowthCase growth)
    {
        var text = new GrowthText(growth);
        var by = GrowthNumbers.PerTime(growth.Fact) is > 0 and var bytes ? $"by about {ByteText.Bytes(bytes)} " : string.Empty;
        return $"{text.Name()} grows {by}with every trip of a loop that never ends, until memory runs out";
    }

    public override string Advice(GrowthCase growth) => "Bound it: collections.deque(maxlen=...), or a test of its length in the loop that works it off or leaves";
}
