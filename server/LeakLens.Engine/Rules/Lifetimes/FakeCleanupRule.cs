using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Lifetimes.FakeReleases;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL409: next to a growth that nothing releases stands something that looks as if it did.</summary>
internal sealed class FakeCleanupRule : Rule
{
    public override string Id => "LL409";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var seen = new HashSet<(SyntaxNode, bool)>();
        var told = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var fact in context.Facts.Growths)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var growth = new GrowthCase(fact, context);
            if (growth.IsReleased || fact.IsShared || fact.IsInCallee || Storing.HolderOf(fact.Node) is not { } container)
            {
                continue;
            }

            var level = new GrowthJudge(rule).Judge(growth);
            var isFirst = seen.Add((fact.Container, level is not null));
            foreach (var fake in FakesFor(growth, container, level is not null, isFirst))
            {
                if (told.Add(fake.Node))
                {
                    yield return Report(rule, growth, fake, level);
                }
            }
        }
    }

    /// <param name="isFirst">No growth of this container was looked at yet: what depends on the container alone is looked for once.</param>
    private static IEnumerable<FakeRelease> FakesFor(GrowthCase growth, Expression container, bool isWorthy, bool isFirst)
    {
        var ofGrowth = isWorthy ? FakeReleaseFinder.Find(growth, container).Concat(SleepingFinalizers.Find(growth)) : [];
        var ofContainer = isWorthy && isFirst ? DeadReleases.Find(growth, container).Concat(ReboundNames.Find(growth, container)) : [];
        return ofGrowth.Concat(ofContainer).Concat(isFirst ? EmptyLeftovers.Find(growth, container) : []);
    }

    private static Finding Report(RuleDescriptor rule, GrowthCase growth, FakeRelease fake, FindingLevel? level)
    {
        // The growth itself tells how much: here the statement is what is wrong.
        var own = fake.IsDoubtful || level is null or FindingLevel.Note ? FindingLevel.Note : FindingLevel.Warning;
        return UncountedFinding.Of(rule, own, fake.Node, fake.Message, fake.Advice)
            .With(growth.Fact.Node, $"{new GrowthText(growth).Name()} grows here and lets go of nothing");
    }
}
