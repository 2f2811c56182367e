using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>What abstract execution found out about one module.</summary>
/// <param name="Allocations">What is made large at once.</param>
/// <param name="IsPartial">The budget was spent before all code was evaluated.</param>
public sealed record MemoryFacts(ImmutableArray<GrowthFact> Growths, ImmutableArray<AllocationFact> Allocations, bool IsPartial)
{
    /// <summary>Loops, calls and comprehensions that took what a generator function of the program yields.</summary>
    public FrozenSet<SyntaxNode> Drains { get; init; } = FrozenSet<SyntaxNode>.Empty;

    /// <summary>Of a partial result: the function, loop or other code that was not followed to its end.</summary>
    public SyntaxNode? Unfinished { get; init; }

    /// <summary>Steps of evaluation that one file may take.</summary>
    private const int Steps = 150_000;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static MemoryFacts Gather(SyntaxTree tree, CancellationToken cancellation) => Gather(tree, TargetVersion.Python311, cancellation);

    /// <summary>As above, in the bytes of another CPython.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static MemoryFacts Gather(SyntaxTree tree, TargetVersion target, CancellationToken cancellation) => Gather(tree, target, models: null, modules: null, cancellation);

    /// <summary>As above, with library models of somebody's own, and with the modules that the program has beside this one.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static MemoryFacts Gather(SyntaxTree tree, TargetVersion target, LibraryModels? models, IModuleSource? modules, CancellationToken cancellation) =>
        Gather(tree, target, models, modules, isHasty: false, cancellation);

    /// <summary>As above.</summary>
    /// <param name="isHasty">Somebody waits for the answer: what may run beside the evaluation does, although it may turn out not to be needed.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    internal static MemoryFacts Gather(SyntaxTree tree, TargetVersion target, LibraryModels? models, IModuleSource? modules, bool isHasty, CancellationToken cancellation)
    {
        var library = models?.Catalogue ?? LibraryCatalogue.BuiltIn;
        var facts = new FactCollection(tree, cancellation);
        var evaluator = new Evaluator(tree, new Budget(Steps + tree.Text.Length, cancellation), target, cancellation) { Models = library, Modules = modules };
        using var early = isHasty ? new EarlyExactRun(tree, target, library, cancellation) : null;
        evaluator.RunModule();
        cancellation.ThrowIfCancellationRequested();

        // The exact run knows nothing of other modules.
        var (exact, isTooMuch) = evaluator is { HasRepeated: true, HasDiverged: false, DependsOnImports: false }
            ? (early is null ? ExactRun.Try(tree, target, library, cancellation) : early.Get())
            : (null, false);
        evaluator.RunWorld(exact);
        cancellation.ThrowIfCancellationRequested();
        if (exact is not null)
        {
            facts.Add(exact, ofModule: true, ofWorld: false);
        }

        facts.Add(evaluator, ofModule: exact is null, ofWorld: true);
        evaluator.Heap.Close();
        var unfinished = evaluator.FindUnfinished() ?? (isTooMuch ? FindOpen(facts.Growths) : null);
        return new MemoryFacts([.. facts.Growths], [.. facts.Allocations], unfinished is not null)
        {
            Unfinished = unfinished,
            Drains = facts.Drains.ToFrozenSet(),
        };
    }

    /// <summary>
    /// The program decides by itself how large this becomes, and it takes more steps than are allowed to find out: the loop, or the statement, that
    /// grows something without a known end.
    /// </summary>
    private static SyntaxNode? FindOpen(IEnumerable<GrowthFact> growths)
    {
        foreach (var growth in growths)
        {
            if (!growth.IsEntryPoint && !(growth.Times.HasFiniteHigh && growth.Peak.HasFiniteHigh))
            {
                return growth.Loop ?? growth.Node;
            }
        }

        return null;
    }
}
