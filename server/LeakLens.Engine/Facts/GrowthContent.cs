using System.Collections.Immutable;

namespace LeakLens.Engine.Facts;

/// <summary>What the objects are that growth left in a container, and what is inside them.</summary>
/// <param name="Items">What the container holds itself, made since the growth began; keys of a dict among it. One entry for each expression.</param>
/// <param name="LargestText">Characters or bytes of the longest str or bytes that items are or hold.</param>
/// <param name="LargestArray">Bytes of the largest array that items are or hold.</param>
/// <param name="MostRows">Rows of the longest table that items are or hold.</param>
/// <param name="HoldsContainers">Items are, or hold, lists, dicts, sets or tuples that are filled.</param>
/// <param name="HasCycle">Items refer to each other in a ring, or back to the container.</param>
/// <param name="IsNothingNew">Whatever is held was there before, or is kept by CPython anyway: growth costs a reference each.</param>
/// <param name="HasUnknown">Objects are held of which nothing is known: arguments from the world, results of code that is not seen.</param>
public sealed record GrowthContent(
    ImmutableArray<ItemFact> Items,
    long LargestText,
    long LargestArray,
    long MostRows,
    bool HoldsContainers,
    bool HasCycle,
    bool IsNothingNew,
    bool HasUnknown)
{
    /// <summary>Small views that keep large objects alive; null when there are none, or what they look into is held anyway.</summary>
    public PinnedParent? Pinned { get; init; }

    /// <summary>Nothing is known of what is held.</summary>
    public static readonly GrowthContent Unknown = new([], 0, 0, 0, HoldsContainers: false, HasCycle: false, IsNothingNew: false, HasUnknown: true);
}
