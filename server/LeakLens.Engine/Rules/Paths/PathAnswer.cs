using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>What becomes of something that was acquired.</summary>
/// <param name="Misses">The shortest way of each kind on which it is not released, in the order of <see cref="PathEnd"/>. One of an exception stands there only when there is no other.</param>
/// <param name="IsReleased">There is a way on which it is released.</param>
/// <param name="IsHandedOver">There is a way on which something else gets hold of it.</param>
internal sealed record PathAnswer(ImmutableArray<PathMiss> Misses, bool IsReleased, bool IsHandedOver)
{
    public PathMiss? Find(PathEnd end) => Misses.FirstOrDefault(miss => miss.End == end);

    /// <summary>Nobody has to raise an exception for it to be missed.</summary>
    public bool IsMissedPlainly => Misses.Any(static miss => miss.End is not PathEnd.Exception);
}
