using System.Runtime.CompilerServices;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Modules;

namespace LeakLens.Engine.Rules.Code;

/// <summary>A container of which another module takes contents out: the one that made it, or that of a parent of the class that holds it.</summary>
internal static class TendedByOthers
{
    /// <summary>Modules are shared by all texts that import them, and so is what is found in them.</summary>
    private static readonly ConditionalWeakTable<SourceModule, TrimFinder> Trims = [];

    /// <summary>The facts without what other modules look after: there is nothing to tell of it here.</summary>
    public static MemoryFacts Remove(MemoryFacts facts) =>
        facts.Growths.Any(Is) ? facts with { Growths = [.. facts.Growths.Where(static fact => !Is(fact))] } : facts;

    private static bool Is(GrowthFact fact) => fact.Keepers.Any(module => IsTended(fact, module));

    private static bool IsTended(GrowthFact fact, SourceModule module)
    {
        var trims = Trims.GetValue(module, static module => TrimFinder.Look(module.Tree.Root, module.Tree.GetScopes(), CancellationToken.None));
        return (fact.Attribute is { } attribute && trims.IsTrimmed(attribute))
            || (fact.Origin is { } origin && string.Equals(origin.Module, module.Identity, StringComparison.Ordinal) && module.Tree.GetScopes().Module.Find(origin.Name) is { } symbol && trims.IsTrimmed(symbol));
    }
}
