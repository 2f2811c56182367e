using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules;

/// <summary>LL101: a loop adds objects to a collection that outlives it, and nothing lets go of them.</summary>
internal sealed class LoopAccumulationRule
{
    public const string Id = "LL101";

    private readonly RuleDescriptor _rule;
    private readonly SourceText _text;

    public LoopAccumulationRule(RuleDescriptor rule, SourceText text)
    {
        _rule = rule;
        _text = text;
    }

    public IEnumerable<Finding> Check(MemoryFacts facts)
    {
        foreach (var sameStatement in facts.Growths.GroupBy(static fact => fact.Node))
        {
            // One statement may grow a container and those inside it: the cause is told once, with the largest.
            var fact = sameStatement.MaxBy(static one => one.LikelyRetained.High);
            if (fact is { Loop: { } loop } && Judge(fact) is { } level)
            {
                yield return Report(fact, loop, level);
            }
        }
    }

    private FindingLevel? Judge(GrowthFact fact)
    {
        // What is shared with code that is not seen may be let go of there.
        var level = JudgeSize(fact);
        return fact.IsShared && level is not null ? FindingLevel.Note : level;
    }

    private FindingLevel? JudgeSize(GrowthFact fact)
    {
        if (fact.IsPerCall)
        {
            return IsReleased(fact) ? null : LevelOf(fact.BytesPerCall);
        }

        if (fact.Retained.IsUnbounded && fact.IsEntryPoint && fact.Loop is not While)
        {
            // The loop ends; it is the world that calls again and again, with what is not known.
            return null;
        }

        if (fact.Retained.IsUnbounded)
        {
            return IsReleased(fact) || PerTime(fact) is not > 0 ? null : FindingLevel.Warning;
        }

        // What the function drops when it returns, and what is handed back as a result, is not held on to: it has to be
        // very large to be worth a word.
        var held = Known(fact.LikelyRetained);
        var level = fact.Owner.Lifetime is Lifetime.Function ? null : LevelOf(held);
        level = IsUncertain(fact) ? Lower(level) : level;
        if (fact.Owner.Lifetime is Lifetime.Caller)
        {
            level = Lower(level);
        }

        var peak = Known(fact.Peak) >= Threshold("error-bytes") ? FindingLevel.Warning : (FindingLevel?)null;
        return level is null || (peak is { } loud && loud > level) ? peak : level;
    }

    /// <summary>What certainly stays is a small part of what may.</summary>
    private static bool IsUncertain(GrowthFact fact)
    {
        const long Part = 8;
        return fact.LikelyRetained.HasFiniteHigh && fact.LikelyRetained.Low < fact.LikelyRetained.High / Part;
    }

    private FindingLevel? LevelOf(long? bytes) => bytes switch
    {
        null => null,
        _ when bytes >= Threshold("error-bytes") => FindingLevel.Error,
        _ when bytes >= Threshold("warning-bytes") => FindingLevel.Warning,
        _ when bytes >= Threshold("note-bytes") => FindingLevel.Note,
        _ => null,
    };

    private static FindingLevel? Lower(FindingLevel? level) => level switch
    {
        FindingLevel.Error => FindingLevel.Warning,
        FindingLevel.Warning => FindingLevel.Note,
        _ => null,
    };

    private double Threshold(string name) => _rule.GetThreshold(name);

    private static bool IsReleased(GrowthFact fact) => fact.Releases.High > 0;

    private static long? Known(Quantity bytes) => bytes.HasFiniteHigh ? bytes.High : null;

    private Finding Report(GrowthFact fact, SyntaxNode loop, FindingLevel level)
    {
        var estimate = new Estimate(
            Known(fact.Peak),
            Known(fact.Retained),
            PerTime(fact),
            Known(fact.Times),
            fact.Retained.IsUnbounded ? GrowthBound.Unbounded : fact.Retained.HasFiniteHigh ? GrowthBound.Finite : GrowthBound.Unknown,
            fact.Owner.Lifetime,
            fact.IsPerCall ? Multiplicity.PerCall : Multiplicity.Once);
        return new Finding(_rule, level, Confidence(fact), fact.Node.Span, Message(fact), estimate, Related(fact, loop), [], Explain(fact));
    }

    private static double Confidence(GrowthFact fact) =>
        fact.IsShared ? 0.4 : IsUncertain(fact) ? 0.5 : fact.IsCoarse ? 0.6 : fact.Retained.IsUnbounded ? 0.85 : fact.Times.IsExact ? 0.97 : 0.8;

    /// <summary>The average when the whole is known, so that the product in the message comes out; otherwise what one more time costs.</summary>
    private static long? PerTime(GrowthFact fact)
    {
        var whole = Known(fact.LikelyRetained) is > 0 and var held ? held : Known(fact.Peak);
        return whole is { } bytes && fact.Times.IsExact && fact.Times.Low > 0 && !IsReleased(fact) ? bytes / fact.Times.Low : fact.BytesPerTime;
    }

    private string Message(GrowthFact fact)
    {
        var name = Name(fact);
        if (fact.IsPerCall)
        {
            return $"{name} grows by about {ByteText.Bytes(fact.BytesPerCall ?? 0)} with every call, never released";
        }

        if (fact.Retained.IsUnbounded || fact.Peak.IsUnbounded)
        {
            return $"{name} grows by about {ByteText.Bytes(PerTime(fact) ?? 0)} a trip in a loop that never ends, never released";
        }

        var bytes = ByteText.Bytes(Known(fact.LikelyRetained) is > 0 and var held ? held : Known(fact.Peak) ?? 0);
        var product = Known(fact.Times) is > 1 and var times && PerTime(fact) is > 0 and var each ? $": {ByteText.Count(times)} x {ByteText.Bytes(each)}" : string.Empty;
        return $"{name} holds about {bytes}{product}, {Ending(fact)}";
    }

    private static string Ending(GrowthFact fact) => fact.Owner.Lifetime switch
    {
        Lifetime.Function => "at once, until the function returns",
        Lifetime.Caller => "all handed to the caller",
        _ when Known(fact.Retained) is not > 0 => "at its peak",
        _ when fact.IsShared => "shared with code that is not seen",
        _ when IsReleased(fact) => "released only in part",
        _ => "never released",
    };

    /// <summary>The container as the growing statement writes it, because that is what the reader sees.</summary>
    private string Name(GrowthFact fact)
    {
        const int Longest = 40;
        var receiver = fact.Node switch
        {
            Call { Function: Attribute method } => method.Value,
            Subscript subscript => subscript.Value,
            AugAssign augmented => augmented.Target,
            _ => null,
        };
        if (receiver is { } expression && expression.End - expression.Start <= Longest
            && _text.Text[expression.Start..expression.End] is var written && IsPlain(written))
        {
            return written;
        }

        return fact.Owner.Path ?? "this " + Noun(fact);
    }

    /// <summary>Analysed text is hostile: what could steer a terminal or reorder a line does not get into a message.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsControl(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return false;
            }
        }

        return true;
    }

    private static string Noun(GrowthFact fact) => fact.ContainerKind.ToString().ToLowerInvariant();

    private ImmutableArray<RelatedPlace> Related(GrowthFact fact, SyntaxNode loopNode)
    {
        var name = fact.Owner.Path ?? Name(fact);
        var loop = fact.IsPerCall ? "each call runs this loop" : Known(fact.Times) is { } times ? $"this loop grows it {Times(times)}" : "this loop grows it without end";
        return
        [
            new RelatedPlace(fact.Container.Span, $"{name} is created here and lives {Life(fact.Owner.Lifetime)}"),
            new RelatedPlace(Header(loopNode), loop),
        ];
    }

    /// <summary>The first line of a loop: its keyword and what it runs over.</summary>
    private static TextSpan Header(SyntaxNode loop) => loop switch
    {
        For each => TextSpan.FromBounds(each.Start, each.Iterable.End),
        While repeated => TextSpan.FromBounds(repeated.Start, repeated.Test.End),
        _ => loop.Span,
    };

    private static string Life(Lifetime lifetime) => lifetime switch
    {
        Lifetime.Function => "until its function returns",
        Lifetime.Caller => "as long as the caller keeps it",
        Lifetime.Closure => "as long as the function that closes over it",
        Lifetime.Instance => "as long as its instance, which the module holds",
        Lifetime.Class => "as long as the class",
        Lifetime.Module => "as long as the module",
        Lifetime.Process => "as long as the process",
        _ => "as long as code that is not seen keeps it",
    };

    private static ImmutableArray<string> Explain(GrowthFact fact)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"Grown by {fact.Operation}, {Times(fact.Times)}, about {ByteText.Bytes(PerTime(fact) ?? 0)} each time");
        lines.Add($"At most {Amount(fact.Peak)} at one time, {Amount(fact.Retained)} still held when the code is done");
        lines.Add(fact.Releases.High == 0 ? "No release was seen" : "Releases were seen: " + Times(fact.Releases));
        if (fact.IsCoarse)
        {
            lines.Add("The loop follows no simple pattern: the numbers are averages of its first trips");
        }

        return lines.ToImmutable();
    }

    private static string Amount(Quantity bytes) =>
        bytes.HasFiniteHigh ? ByteText.Bytes(bytes.High) : bytes.IsUnbounded ? "no limit" : "an amount that is not known";

    private static string Times(Quantity times) =>
        times.High == 1 ? "once" : times.HasFiniteHigh ? ByteText.Count(times.High) + " times" : times.IsUnbounded ? "without end" : "an unknown number of times";
}
