using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Bytes that an object takes more, or less, in another version than in CPython 3.11, for which the evaluation counts. Between
/// versions only the fixed part of some objects differs, so that the number of objects is enough to know.
/// </summary>
internal static class VersionDifference
{
    private const TargetVersion Counted = TargetVersion.Python311;

    /// <summary>A text of two characters is the shortest that is never shared.</summary>
    private const int ShortestText = 2;

    public static Quantity Of(HeapObject target, TargetVersion version)
    {
        if (version == Counted || OfOne(target, version) is not (not 0 and var difference))
        {
            return Quantity.Zero;
        }

        var count = target.IsSummary ? target.GetMeta(Meta.Count) : Quantity.One;
        return new(difference * Math.Min(count.Low, LargestCount), count.HasFiniteHigh ? difference * Math.Min(count.High, LargestCount) : 0);
    }

    /// <summary>No machine holds more objects; a larger number would overflow.</summary>
    private const long LargestCount = 1L << 50;

    private static long OfOne(HeapObject target, TargetVersion version) => target.Kind switch
    {
        ObjectKind.Str => IsShared(target) ? 0 : StringSizes.Str(ShortestText, target.StringKind, version) - StringSizes.Str(ShortestText, target.StringKind, Counted),
        ObjectKind.Tuple => ContainerSizes.Tuple(1, version) - ContainerSizes.Tuple(1, Counted),
        ObjectKind.Instance => InstanceBytes.Of(target, version) - InstanceBytes.Of(target, Counted),
        ObjectKind.Function => ObjectSizes.Function(version) - ObjectSizes.Function(Counted),
        ObjectKind.Generator => ObjectSizes.Generator(0, version) - ObjectSizes.Generator(0, Counted),
        _ => 0,
    };

    private static bool IsShared(HeapObject text) => !text.IsSummary && text.LeafLength.High < ShortestText;
}
