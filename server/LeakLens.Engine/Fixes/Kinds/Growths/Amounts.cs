using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>How many items a fix lets a collection keep: a round number, such that what is kept is no longer worth a word.</summary>
internal static class Amounts
{
    private const int MostTries = 2;
    private const double SmallBytes = 64 * 1024;
    private const double MostOfOpenEnd = 16 * 1024 * 1024;
    private const long LargestCharacter = 4;

    private static readonly int[] Round = [10_000, 1000, 100, 10];

    /// <summary>
    /// From large to small: at most a twentieth of what there was, in at most the bytes from which the rule speaks. What grows without end may
    /// keep more: it is the end that counts.
    /// </summary>
    public static IEnumerable<int> For(GrowthCase growth, Finding finding)
    {
        var isText = growth.Fact.ContainerKind is ObjectKind.Str or ObjectKind.Bytes or ObjectKind.ByteArray;
        var each = isText ? LargestCharacter : Math.Max(1, GrowthNumbers.PerTime(growth.Fact) ?? 1);
        var isOpen = growth.IsOpenEnded && !growth.Fact.Retained.HasFiniteHigh;
        var most = isOpen ? MostOfOpenEnd : finding.Rule.Thresholds.TryGetValue("note-bytes", out var bytes) && bytes > 0 ? bytes : SmallBytes;
        return Round.Skip(isText ? 0 : 1)
            .Where(amount => (double)amount * each <= most && (isOpen || isText || growth.Trips is not { } trips || amount <= trips / 20))
            .Take(MostTries);
    }
}
