using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>Makes facts of the growths that evaluations saw.</summary>
internal sealed class FactCollection
{
    /// <summary>In bytes.</summary>
    private const long LargestGuess = 1 << 20;

    private readonly Dictionary<(SyntaxNode Node, SyntaxNode Container), GrowthFact> _facts = [];
    private readonly Dictionary<SyntaxNode, AllocationFact> _allocations = [];
    private readonly HashSet<SyntaxNode> _drains = new(ReferenceEqualityComparer.Instance);
    private readonly SyntaxTree _tree;
    private readonly CancellationToken _cancellation;
    private ReadFinder? _reads;

    public FactCollection(SyntaxTree tree, CancellationToken cancellation)
    {
        _tree = tree;
        _cancellation = cancellation;
    }

    public IEnumerable<GrowthFact> Growths => _facts.Values.OrderBy(static fact => fact.Node.Start).ThenBy(static fact => fact.Container.Start);

    /// <summary>Loops, calls and comprehensions that took what a generator function of the program yields.</summary>
    public IEnumerable<SyntaxNode> Drains => _drains;

    public IEnumerable<AllocationFact> Allocations => _allocations.Values.OrderBy(static fact => fact.Node.Start).ThenBy(static fact => fact.Node.End);

    /// <summary>Takes over what one evaluation saw, of the module's own run or of what only the world calls, or of both.</summary>
    public void Add(Evaluator evaluator, bool ofModule, bool ofWorld)
    {
        _drains.UnionWith(evaluator.Drains);
        var owners = OwnerFinder.Search(evaluator, _cancellation);
        if (evaluator.Heap.IsExact)
        {
            ChainFinder.Find(evaluator, owners);
        }

        var places = new ImportedPlaces(_tree, evaluator, owners);
        var told = new Dictionary<HeapObject, ((SyntaxNode, SyntaxNode) Key, Quantity Retained)>();
        foreach (var growth in evaluator.Growths.All)
        {
            _cancellation.ThrowIfCancellationRequested();
            if ((evaluator.IsInEntryPoint(growth) ? ofWorld : ofModule) && IsOfItsOwn(growth, evaluator.Growths, owners) && evaluator.Growths.IsMain(growth) && places.Of(growth) is { } place)
            {
                var key = (place.Node, place.Container);
                var fact = Describe(growth, place, places, owners, evaluator);
                told[growth.Container] = (key, fact.Retained);
                _facts[key] = Merge(_facts.GetValueOrDefault(key), fact);
            }
        }

        if (evaluator.Heap.IsExact)
        {
            TellOnce(evaluator.Growths, told);
        }
        else
        {
            CountOnce(told, owners);
        }

        foreach (var allocation in evaluator.Peaks.All)
        {
            if ((allocation.IsEntryPoint ? ofWorld : ofModule) && !(_allocations.TryGetValue(allocation.Node, out var known) && known.Bytes.High >= allocation.Bytes.High))
            {
                _allocations[allocation.Node] = allocation;
            }
        }
    }

    /// <summary>What two containers of the exact run hold is told of the one that holds more.</summary>
    private void TellOnce(GrowthLog growths, Dictionary<HeapObject, ((SyntaxNode Node, SyntaxNode Container) Key, Quantity Retained)> told)
    {
        var retained = new Dictionary<(SyntaxNode, SyntaxNode), Quantity>();
        foreach (var (growth, key) in growths.InOrderOfSize(told))
        {
            retained[key] = retained.GetValueOrDefault(key) + growth;
        }

        foreach (var (key, bytes) in retained)
        {
            _facts[key] = _facts[key] with { Retained = bytes };
        }
    }

    /// <summary>What is told of a container inside another is not told of the outer one again.</summary>
    private void CountOnce(Dictionary<HeapObject, ((SyntaxNode Node, SyntaxNode Container) Key, Quantity Retained)> told, OwnerFinder owners)
    {
        foreach (var (container, inner) in told)
        {
            foreach (var holder in owners.HoldersOf(container))
            {
                if (told.TryGetValue(holder, out var outer) && outer.Key != inner.Key)
                {
                    var fact = _facts[outer.Key];
                    _facts[outer.Key] = fact with { Retained = Without(fact.Retained, inner.Retained), Peak = Without(fact.Peak, inner.Retained) };
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

        var larger = (second.Retained.High, !IsImagined(second)).CompareTo((first.Retained.High, !IsImagined(first))) >= 0 ? second : first;
        return larger with
        {
            Peak = Quantity.Max(first.Peak, second.Peak),
            Retained = IsImagined(first) || IsImagined(second) ? Quantity.Max(first.Retained, second.Retained) : first.Retained + second.Retained,
            Releases = Quantity.Max(first.Releases, second.Releases),
            IsTraced = first.IsTraced || second.IsTraced,
            Readings = [.. first.Readings.Union(second.Readings)],
        };
    }

    /// <summary>
    /// The instances and callers of which the world has any number are imagined one at a time: what each of them holds is
    /// never held together.
    /// </summary>
    private static bool IsImagined(GrowthFact fact) => fact is { IsEntryPoint: true, Owner.Lifetime: Lifetime.Function or Lifetime.Instance or Lifetime.Caller };

    private GrowthFact Describe(Growth growth, GrowthPlace place, ImportedPlaces places, OwnerFinder owners, Evaluator evaluator)
    {
        var owner = owners.OwnerOf(growth.Container);
        var isReplaced = evaluator.Growths.IsReplaced(growth);
        var retained = owner.Lifetime == Lifetime.Function || growth.IsVacant ? Quantity.Zero : evaluator.Growths.SizeOf(growth);
        var isOpen = growth.IsCutShort || isReplaced || (growth.IsPerCall && !retained.HasFiniteHigh);

        // Where the world calls again and again and nothing more stays, the container is full.
        var isPerCall = growth.IsPerCall && (isOpen || owner.Lifetime == Lifetime.Function);
        retained = isOpen && owner.Lifetime != Lifetime.Function ? OpenEnded(retained) : retained;
        var isCoarse = growth.IsCoarse || growth.Outermost.IsCoarse;

        // A large average of what may never have happened, over calls without end, is no number.
        var isKnown = !isCoarse || growth.Times.Low > 0 || retained.HasFiniteHigh || !(growth.BytesPerOuterTrip > LargestGuess);
        var holder = owners.DefinitionOfHolder(growth.Container, out var holding);
        if (holder is not null && !places.IsOwn(holder))
        {
            (holder, holding) = (null, Holding.Other);
        }

        return new GrowthFact(
            place.Node,
            place.Container,
            growth.Container.Kind,
            place.Loop,
            growth.Operation,
            isOpen ? OpenEnded(growth.Times) : growth.Times,
            isKnown ? growth.BytesPerTime : null,
            Quantity.Max(isOpen ? OpenEnded(growth.Peak) : PeakOf(growth), retained),
            retained,
            isReplaced ? Quantity.Max(growth.Releases, new Quantity(0, 1)) : growth.Releases,
            growth.IsChain ? owner with { Path = WithoutLastStep(owner.Path) } : owner,
            evaluator.IsInEntryPoint(growth),
            isPerCall,
            isPerCall && isKnown ? growth.BytesPerOuterTrip : null,
            !growth.Container.Get(SlotKey.Attribute(Evaluator.SharedSlot)).IsAbsent,
            isCoarse,
            [.. places.Own(evaluator.ChainOf(growth.Context))],
            places.IsOwn(growth.Container.Site.Node) && (_reads ??= ReadFinder.Look(_tree.Root, _cancellation)).IsNeverRead(place.Node, owner))
        {
            IsInCallee = !ReferenceEquals(place.Node, growth.Node),
            MadeIn = place.MadeIn,
            Keepers = places.KeepersOf(growth.Container),
            Attribute = owners.AttributeOf(growth.Container),
            Origin = owner.Lifetime == Lifetime.Module ? places.OriginOf(growth.Container) : null,
            Content = growth.IsVacant ? GrowthContent.Unknown : ContentFinder.Look(growth.Container, growth.NotOlderThan, owners),
            Holder = holder,
            Holding = holding,
            IsPlace = growth.IsPlace,
            IsCopied = growth.IsCopied,
            IsChain = growth.IsChain || growth.IsLinked,
            IsEndless = growth.IsEndless,
            IsTraced = growth.IsTraced,
            Readings = [.. places.Own(growth.Readings)],
        };
    }

    /// <summary>What was gone before it was measured held as much as its times say.</summary>
    private static Quantity PeakOf(Growth growth) =>
        growth.Peak.High <= 0 && growth.Times.HasFiniteHigh && growth.BytesPerTime is > 0 and var each ? new Quantity(0, growth.Times.High) * each : growth.Peak;

    private static Quantity OpenEnded(Quantity seen) => new(seen.Low, Math.Max(seen.High, Quantity.FiniteUnknown));

    /// <summary>The first node of a chain is named; the second is what the summary stands for.</summary>
    private static string? WithoutLastStep(string? path) =>
        path?.LastIndexOfAny(['.', '[']) is > 0 and var end ? path[..end] : path;
}
