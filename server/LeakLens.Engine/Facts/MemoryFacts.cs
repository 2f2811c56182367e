using System.Collections.Immutable;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>What abstract execution found out about one module.</summary>
/// <param name="Allocations">What is made large at once.</param>
/// <param name="IsPartial">The budget was spent before all code was evaluated.</param>
public sealed record MemoryFacts(ImmutableArray<GrowthFact> Growths, ImmutableArray<AllocationFact> Allocations, bool IsPartial)
{
    /// <summary>Steps of evaluation that one file may take.</summary>
    private const int Steps = 150_000;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static MemoryFacts Gather(SyntaxTree tree, CancellationToken cancellation) => Gather(tree, TargetVersion.Python311, cancellation);

    /// <summary>As above, in the bytes of another CPython.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static MemoryFacts Gather(SyntaxTree tree, TargetVersion target, CancellationToken cancellation)
    {
        var evaluator = new Evaluator(tree, new Budget(Steps + tree.Text.Length, cancellation), target, cancellation);
        evaluator.Run();
        cancellation.ThrowIfCancellationRequested();
        var owners = OwnerFinder.Search(evaluator, cancellation);
        ReadFinder? reads = null;
        var facts = new Dictionary<(SyntaxNode Node, SyntaxNode Container), GrowthFact>();
        var told = new Dictionary<HeapObject, ((SyntaxNode, SyntaxNode) Key, Quantity Retained)>();
        foreach (var growth in evaluator.Growths.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsOfItsOwn(growth, evaluator.Growths, owners) && evaluator.Growths.IsMain(growth))
            {
                var key = (growth.Node, growth.Container.Site.Node);
                var fact = Describe(growth, owners, reads ??= ReadFinder.Look(tree.Root, cancellation), evaluator);
                told[growth.Container] = (key, fact.Retained);
                facts[key] = Merge(facts.GetValueOrDefault(key), fact);
            }
        }

        CountOnce(facts, told, owners);

        var ordered = facts.Values.OrderBy(static fact => fact.Node.Start).ThenBy(static fact => fact.Container.Start);
        var allocations = evaluator.Peaks.All.OrderBy(static fact => fact.Node.Start).ThenBy(static fact => fact.Node.End);
        return new MemoryFacts([.. ordered], [.. allocations], evaluator.IsPartial);
    }

    /// <summary>What is told of a container inside another is not told of the outer one again.</summary>
    private static void CountOnce(
        Dictionary<(SyntaxNode Node, SyntaxNode Container), GrowthFact> facts,
        Dictionary<HeapObject, ((SyntaxNode Node, SyntaxNode Container) Key, Quantity Retained)> told,
        OwnerFinder owners)
    {
        foreach (var (container, inner) in told)
        {
            foreach (var holder in owners.HoldersOf(container))
            {
                if (told.TryGetValue(holder, out var outer) && outer.Key != inner.Key)
                {
                    var fact = facts[outer.Key];
                    facts[outer.Key] = fact with { Retained = Without(fact.Retained, inner.Retained) };
                    break;
                }
            }
        }
    }

    private static Quantity Without(Quantity whole, Quantity part) => !whole.HasFiniteHigh || !part.HasFiniteHigh
        ? whole
        : new(Math.Max(0, whole.Low - part.Low), Math.Max(Math.Max(0, whole.Low - part.Low), whole.High - part.High));

    /// <summary>What became part of a summary, or is held by another container that grows, is told with that one.</summary>
    private static bool IsOfItsOwn(Growth growth, GrowthLog growths, OwnerFinder owners) =>
        growth.Times.High > (growth.IsPlace ? 1 : 0)
        && ReferenceEquals(growth.Container.Resolve(), growth.Container)
        && !owners.HoldersOf(growth.Container).Any(holder => growths.Covers(holder, growth.Container));

    /// <summary>Containers of one place that one statement grows are one fact: told is the largest, but all that are still held count.</summary>
    private static GrowthFact Merge(GrowthFact? first, GrowthFact second)
    {
        if (first is null)
        {
            return second;
        }

        var larger = first.Retained.High > second.Retained.High ? first : second;
        return larger with
        {
            Peak = Quantity.Max(first.Peak, second.Peak),
            Retained = first.Retained + second.Retained,
            Releases = Quantity.Max(first.Releases, second.Releases),
        };
    }

    private static GrowthFact Describe(Growth growth, OwnerFinder owners, ReadFinder reads, Evaluator evaluator)
    {
        var owner = owners.OwnerOf(growth.Container);
        var retained = owner.Lifetime == Lifetime.Function ? Quantity.Zero : RetainedSize.Of(growth.Container, growth.NotOlderThan, evaluator.Target);
        var isCoarse = growth.IsCoarse || growth.Outermost.IsCoarse;
        return new GrowthFact(
            growth.Node,
            growth.Container.Site.Node,
            growth.Container.Kind,
            growth.CodeLoop,
            growth.Operation,
            growth.Times,
            growth.BytesPerTime,
            Quantity.Max(growth.Peak, retained),
            retained,
            growth.Releases,
            growth.IsChain ? owner with { Path = WithoutLastStep(owner.Path) } : owner,
            evaluator.IsInEntryPoint(growth),
            growth.IsPerCall,
            growth.IsPerCall ? growth.BytesPerOuterTrip : null,
            !growth.Container.Get(SlotKey.Attribute(Evaluator.SharedSlot)).IsAbsent,
            isCoarse,
            evaluator.CallsOf(growth),
            reads.IsNeverRead(growth.Node, owner));
    }

    /// <summary>The first node of a chain is named; the second is what the summary stands for.</summary>
    private static string? WithoutLastStep(string? path) =>
        path?.LastIndexOfAny(['.', '[']) is > 0 and var end ? path[..end] : path;
}
