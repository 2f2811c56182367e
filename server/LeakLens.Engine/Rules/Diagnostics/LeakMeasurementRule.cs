using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>LL303: something grows while memory is traced, the program looks at how much it is, and lets it grow.</summary>
internal sealed class LeakMeasurementRule : GrowthRule
{
    private const int MostRelated = 3;

    public override string Id => "LL303";

    public override bool Covers(GrowthCase growth) => (growth.Fact.IsTraced || IsWatched(growth)) && !growth.IsReleased && !IsLimited(growth);

    /// <summary>By other means than tracing: the program asks how much memory it has, and its loop lies between the questions.</summary>
    private static bool IsWatched(GrowthCase growth)
    {
        var measured = growth.Context.Diagnostics.Growth;
        return growth.Fact.Loop is not null && (!measured.LooksAt(growth).IsEmpty || measured.IsProfiled(growth));
    }

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        // Where trips count, tracing alone is suspicious enough; for people it takes a look at the number too.
        var often = rule.GetThreshold("error-trips");
        if (growth.Fact.Readings.IsEmpty && often <= 0 && !IsWatched(growth))
        {
            return null;
        }

        var level = LevelOf(growth, new GrowthJudge(rule), isLowered: often <= 0);
        if (often > 0 && (growth.Trips >= often || growth.Fact.Times.IsUnbounded))
        {
            level = growth.IsReferencesOnly ? GrowthJudge.Higher(level, FindingLevel.Note) : FindingLevel.Error;
        }

        return growth.Fact.IsShared && level is not null ? FindingLevel.Note : level;
    }

    public override string Message(GrowthCase growth)
    {
        var ending = !growth.Fact.IsTraced ? " while the program watches its memory, and nothing acts on what is measured"
            : growth.Fact.Readings.IsEmpty ? " while memory is traced" : " while memory is traced, and nothing acts on what is measured";
        var text = new GrowthText(growth);
        var message = text.Message();
        var last = ", " + text.Ending();
        return (message.EndsWith(last, StringComparison.Ordinal) ? message[..^last.Length] : message) + ending;
    }

    public override string Advice(GrowthCase growth) => "Measure a few trips and clear the collection in each, or raise when the traced memory exceeds a limit";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth)
    {
        foreach (var start in growth.Context.Diagnostics.Starts.Take(1))
        {
            yield return new RelatedPlace(start.Span, "memory is traced from here on");
        }

        foreach (var reading in growth.Fact.Readings.Concat(growth.Fact.IsTraced ? [] : growth.Context.Diagnostics.Growth.LooksAt(growth)).Distinct().Take(MostRelated))
        {
            yield return new RelatedPlace(reading.Span, "what has grown is measured here");
        }
    }

    /// <summary>While it is measured it is alive, though it may die with its function.</summary>
    private static FindingLevel? LevelOf(GrowthCase growth, GrowthJudge judge, bool isLowered)
    {
        var fact = growth.Fact;
        if (fact.IsPerCall)
        {
            return judge.LevelOf(fact.BytesPerCall);
        }

        if (fact.Retained.IsUnbounded)
        {
            return fact.IsEntryPoint && !growth.IsEndless ? null : FindingLevel.Warning;
        }

        var held = GrowthNumbers.Finite(fact.LikelyRetained) is > 0 and var retained ? retained : GrowthNumbers.Finite(fact.Peak);
        var level = judge.LevelOf(held);
        return isLowered && (fact.Owner.Lifetime is Lifetime.Function or Lifetime.Caller || GrowthJudge.IsUncertain(fact)) ? GrowthJudge.Lower(level) : level;
    }

    /// <summary>A test that can fail stops the growth, or the program.</summary>
    private static bool IsLimited(GrowthCase growth)
    {
        var diagnostics = growth.Context.Diagnostics;
        foreach (var reading in diagnostics.Readings)
        {
            if (IsOfIt(reading, growth) && diagnostics.UseOf(reading).IsEnforced && diagnostics.StartRightBefore(reading) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The reading was made after it had grown; or, where evaluation does not see it, by the code that grows it, or by what its loop calls.</summary>
    private static bool IsOfIt(Call reading, GrowthCase growth)
    {
        if (growth.Fact.Readings.Contains(reading) || growth.Context.Diagnostics.Growth.LooksAt(growth).Contains(reading))
        {
            return true;
        }

        var code = growth.Context.Code;
        var function = code.FunctionAround(reading);
        if (growth.Fact.Loop is not { } loop || growth.Context.Diagnostics.IsTraced(reading))
        {
            return false;
        }

        return code.IsInside(reading, loop)
            || (function is FunctionDef { Name: var name } && code.Calls.Any(call => code.IsInside(call, loop)
                && string.Equals((call.Function as Name)?.Id ?? (call.Function as Python.Syntax.Attribute)?.Name, name, StringComparison.Ordinal)));
    }
}
