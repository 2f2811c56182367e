using System.Collections.Immutable;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Parsing;

namespace LeakLens.Engine.Facts;

/// <summary>What abstract execution found out about one module.</summary>
/// <param name="IsPartial">The budget was spent before all code was evaluated.</param>
public sealed record MemoryFacts(ImmutableArray<GrowthFact> Growths, bool IsPartial)
{
    /// <summary>Steps of evaluation that one file may take.</summary>
    private const int Steps = 400_000;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static MemoryFacts Gather(SyntaxTree tree, CancellationToken cancellation)
    {
        var evaluator = new Evaluator(tree, new Budget(Steps, cancellation));
        evaluator.Run();
        var owners = OwnerFinder.Search(evaluator);
        var facts = new Dictionary<(object Node, object Container), GrowthFact>();
        foreach (var growth in evaluator.Growths.All)
        {
            if (!ReferenceEquals(growth.Container.Resolve(), growth.Container) || growth.Times.High == 0)
            {
                continue;
            }

            // A container that is made anew on every trip of an outer loop is one fact: the largest.
            var fact = Describe(growth, owners, evaluator);
            var key = (growth.Node, growth.Container.Site.Node);
            if (!facts.TryGetValue(key, out var other) || (other.Retained.High, other.Peak.High).CompareTo((fact.Retained.High, fact.Peak.High)) < 0)
            {
                facts[key] = fact;
            }
        }

        var ordered = facts.Values.OrderBy(static fact => fact.Node.Start).ThenBy(static fact => fact.Container.Start);
        return new MemoryFacts([.. ordered], evaluator.IsPartial);
    }

    private static GrowthFact Describe(Growth growth, OwnerFinder owners, Evaluator evaluator)
    {
        var owner = owners.OwnerOf(growth.Container);
        var retained = owner.Lifetime == Lifetime.Function ? Quantity.Zero : RetainedSize.Of(growth.Container, growth.NotOlderThan);
        var isCoarse = growth.Outermost.IsCoarse;
        return new GrowthFact(
            growth.Node,
            growth.Container.Site.Node,
            growth.Container.Kind,
            growth.Outermost.Node,
            growth.Operation,
            growth.Times,
            growth.BytesPerTime,
            Quantity.Max(growth.Peak, retained),
            retained,
            growth.Releases,
            owner,
            evaluator.IsInEntryPoint(growth),
            isCoarse);
    }
}
