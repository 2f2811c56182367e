using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Fixes.Kinds;

/// <summary>How many items a fix lets a collection keep: a round number, such that what is kept is no longer worth a word.</summary>
internal static class Amounts
{
    private const int MostTries = 2;
    private const double SmallBytes = 64 * 1024;

    private static readonly int[] Round = [1000, 100, 10];

    /// <summary>From large to small: at most a twentieth of what there was, in at most half the bytes from which the rule speaks.</summary>
    public static IEnumerable<int> For(GrowthCase growth, Finding finding)
    {
        var each = Math.Max(1, GrowthNumbers.PerTime(growth.Fact) ?? 1);
        var most = finding.Rule.Thresholds.TryGetValue("note-bytes", out var bytes) && bytes > 0 ? bytes : SmallBytes;
        return Round.Where(amount => (double)amount * each <= most / 2 && (growth.Trips is not { } trips || amount <= trips / 20)).Take(MostTries);
    }
}
