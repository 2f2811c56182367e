using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>
/// How serious a growth is, from its bytes and from how sure they are. The thresholds <c>note-bytes</c>, <c>warning-bytes</c> and
/// <c>error-bytes</c> are those of the rule that asks; <c>error-trips</c>, where it is not 0, makes an error of what happens so
/// often, whatever its bytes.
/// </summary>
internal sealed class GrowthJudge
{
    private const long Part = 8;

    /// <summary>Calls without end made this much; no code says it.</summary>
    private const long Impossible = 1L << 50;

    private readonly RuleDescriptor _rule;

    public GrowthJudge(RuleDescriptor rule) => _rule = rule;

    public FindingLevel? Judge(GrowthCase growth)
    {
        var fact = growth.Fact;
        var level = JudgeSize(growth);
        if (IsFrequent(growth))
        {
            level = Higher(level, IsTooLittleToHurt(growth) ? FindingLevel.Note : FindingLevel.Error);
        }

        // What is shared with code that is not seen may be let go of there.
        return fact.IsShared && level is not null ? FindingLevel.Note : level;
    }

    /// <summary>The level of so many bytes; null for few.</summary>
    public FindingLevel? LevelOf(long? bytes) => bytes switch
    {
        null => null,
        _ when bytes >= _rule.GetThreshold("error-bytes") => FindingLevel.Error,
        _ when bytes >= _rule.GetThreshold("warning-bytes") => FindingLevel.Warning,
        _ when bytes >= _rule.GetThreshold("note-bytes") => FindingLevel.Note,
        _ => null,
    };

    public static FindingLevel? Lower(FindingLevel? level) => level switch
    {
        FindingLevel.Error => FindingLevel.Warning,
        FindingLevel.Warning => FindingLevel.Note,
        _ => null,
    };

    public static FindingLevel? Higher(FindingLevel? level, FindingLevel? other) => level is null || other > level ? other : level;

    /// <summary>It ends, and holds then what only calls without end made.</summary>
    public static bool IsImpossible(GrowthFact fact) => fact is { IsEntryPoint: true, IsPerCall: false, Retained.IsUnbounded: false } && fact.LikelyRetained.Low >= Impossible;

    /// <summary>What certainly stays is a small part of what may.</summary>
    public static bool IsUncertain(GrowthFact fact)
    {
        return fact.LikelyRetained.HasFiniteHigh && fact.LikelyRetained.Low < fact.LikelyRetained.High / Part;
    }

    private FindingLevel? JudgeSize(GrowthCase growth)
    {
        var fact = growth.Fact;
        if (fact.IsPerCall)
        {
            // Calls that add something only so many times say nothing about all others.
            return growth.IsReleased || !fact.Times.IsUnbounded ? null : LevelOf(fact.BytesPerCall);
        }

        if (fact.Retained.IsUnbounded)
        {
            // A loop that ends, in code that only the world calls: it is the world that calls again and again, with what is not known.
            var isOfWorld = fact.IsEntryPoint && !growth.IsEndless;
            return isOfWorld || growth.IsReleased || GrowthNumbers.PerTime(fact) is not > 0 ? null : IsTrimmedUnseen(growth) || IsSaidToEnd(growth) ? FindingLevel.Note : FindingLevel.Warning;
        }

        return JudgeHeld(growth);
    }

    /// <summary>
    /// What the function drops when it returns, and what is handed back as a result, is not held on to: it has to be very large to
    /// be worth a word.
    /// </summary>
    private FindingLevel? JudgeHeld(GrowthCase growth)
    {
        var fact = growth.Fact;
        if (IsImpossible(fact))
        {
            return null;
        }

        var level = fact.Owner.Lifetime is Lifetime.Function ? null : LevelOf(GrowthNumbers.Finite(fact.LikelyRetained));
        level = IsUncertain(fact) ? Lower(level) : level;
        level = fact.Owner.Lifetime is Lifetime.Caller ? Lower(level) : level;
        var isPeakLarge = GrowthNumbers.Finite(fact.Peak) >= _rule.GetThreshold("error-bytes");
        return isPeakLarge ? Higher(level, IsPeakUncertain(fact) ? FindingLevel.Note : FindingLevel.Warning) : level;
    }

    /// <summary>The file takes contents out in a place that the evaluation did not get to. Code that nobody trusts is not excused.</summary>
    private static bool IsTrimmedUnseen(GrowthCase growth) => growth.Context.Rules.TrustsPaths && growth.IsPersistent && growth.IsTrimmedInFile;

    /// <summary>Its test and a <c>break</c> or the like say that the loop ends: that it never does was worked out, and may be wrong. Code that nobody trusts is not excused.</summary>
    private static bool IsSaidToEnd(GrowthCase growth) => growth is { Context.Rules.TrustsPaths: true, Fact.Loop: While { Test: var test } loop } && !EndlessLoops.IsAlwaysTrue(test) && LoopExits.HasAny(loop);

    /// <summary>However often: references to what is there anyway, and less in all than the rule takes note of, exhaust no machine.</summary>
    private bool IsTooLittleToHurt(GrowthCase growth) => growth.IsReferencesOnly || GrowthNumbers.Finite(growth.Fact.Retained) < _rule.GetThreshold("note-bytes");

    private static bool IsPeakUncertain(GrowthFact fact) => fact.Peak.HasFiniteHigh && fact.Peak.Low < fact.Peak.High / Part;

    private bool IsFrequent(GrowthCase growth) =>
        _rule.Thresholds.GetValueOrDefault("error-trips") is > 0 and var trips
        && growth is { IsPersistent: true, IsReleased: false, Fact.BytesPerTime: not 0 }
        && (growth.Trips >= trips || growth.Fact.Times.IsUnbounded);
}
