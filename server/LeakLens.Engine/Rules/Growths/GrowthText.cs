using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;
using static LeakLens.Engine.Rules.Growths.GrowthNumbers;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>What a finding says about a growth, in the words of the program.</summary>
internal sealed class GrowthText
{
    private const string Never = "never released";
    private const long SmallPart = 8;

    private readonly GrowthCase _growth;
    private readonly GrowthFact _fact;

    public GrowthText(GrowthCase growth)
    {
        _growth = growth;
        _fact = growth.Fact;
    }

    /// <summary>For example <c>sessions holds about 125 MiB: 2,000 x 64 KiB, never released</c>.</summary>
    /// <param name="why">What keeps it, where a rule knows better than that it is never released.</param>
    public string Message(string? why = null)
    {
        var name = Name();
        if (_fact.IsPerCall)
        {
            return $"{name} grows {ByAbout(_fact.BytesPerCall)}with every call, {why ?? Never}";
        }

        if (_fact.Retained.IsUnbounded || _fact.Peak.IsUnbounded)
        {
            return $"{name} grows {ByAbout(PerTime(_fact))}a trip in a loop that never ends, {why ?? Never}";
        }

        if (IsEmptiedLate && _fact.Peak.High is var most)
        {
            return $"{name} holds up to {ByteText.Bytes(most)} before it is emptied";
        }

        var bytes = ByteText.Bytes(Finite(_fact.LikelyRetained) is > 0 and var held ? held : Finite(_fact.Peak) is > 0 and var peak ? peak : (Finite(_fact.Times) ?? 0) * (PerTime(_fact) ?? 0));
        return $"{name} {(GrowthJudge.IsUncertain(_fact) ? "may hold up to" : "holds about")} {bytes}{Product()}, {(Ending() is Never ? why ?? Never : Ending())}";
    }

    /// <summary>The number of times and the bytes of each, where both are known: <c>: 2,000 x 64 KiB</c>.</summary>
    public string Product() => Finite(_fact.Times) is > 1 and var times && PerTime(_fact) is > 0 and var each ? $": {ByteText.Count(times)} x {ByteText.Bytes(each)}" : string.Empty;

    /// <summary>Contents are let go of again and again, and what is left at the end is a small part of what was there at one time.</summary>
    private bool IsEmptiedLate => _growth.IsReleased && _fact.Owner.Lifetime is not (Lifetime.Function or Lifetime.Caller) && Finite(_fact.Peak) is { } most && Finite(_fact.LikelyRetained) is { } left && left < most / SmallPart;

    /// <summary>What becomes of what is held.</summary>
    public string Ending() => _fact.Owner.Lifetime switch
    {
        Lifetime.Function => "at once, until the function returns",
        Lifetime.Caller => "all handed to the caller",
        _ when Finite(_fact.Retained) is not > 0 => "at its peak",
        _ when _fact.IsShared => "shared with code that is not seen",
        _ when _growth.IsReleased => "released only in part",
        _ => Never,
    };

    /// <summary>The container as the growing statement writes it, because that is what the reader sees.</summary>
    public string Name()
    {
        const int Longest = 40;
        var receiver = _growth.Storing?.Holder ?? _fact.Node switch
        {
            _ when _fact.IsInCallee => null,
            Call { Function: Python.Syntax.Attribute method } => method.Value,
            Subscript subscript => subscript.Value,
            AugAssign augmented => augmented.Target,
            Python.Syntax.Name or Python.Syntax.Attribute when _fact.IsPlace => (Expression)_fact.Node,
            _ => null,
        };
        var text = _growth.Context.Text.Text;
        if (receiver is { } expression && expression.End - expression.Start <= Longest
            && text[expression.Start..expression.End] is var written && IsPlain(written))
        {
            return written;
        }

        return _fact.Owner.Path ?? "this " + _fact.ContainerKind.ToString().ToLowerInvariant();
    }

    public ImmutableArray<RelatedPlace> Related()
    {
        var name = _fact.Owner.Path ?? Name();
        var made = new RelatedPlace(_fact.Container.Span, $"{name} {(_fact.MadeIn is { } module ? "is made in " + module : "is created here")} and lives {Life(_fact.Owner.Lifetime)}");
        if (_fact.Loop is not { } node)
        {
            return [made];
        }

        var loop = _fact.IsPerCall ? "each call runs this loop" : Finite(_fact.Times) is { } times ? $"this loop grows it {Times(times)}" : "this loop grows it without end";
        return [made, new RelatedPlace(Header(node), loop)];
    }

    public ImmutableArray<string> Explain()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"Grown by {_fact.Operation}, {Times(_fact.Times)}, about {ByteText.Bytes(PerTime(_fact) ?? 0)} each time");
        lines.Add(Amounts(_fact.Peak, _fact.Retained));
        lines.Add(_growth.IsReleased ? "Releases were seen: " + Times(_fact.Releases) : "No release was seen");
        if (_fact.IsCoarse)
        {
            lines.Add("The loop follows no simple pattern: the numbers are averages of its first trips");
        }

        return lines.ToImmutable();
    }

    /// <summary>The first line of a loop: its keyword and what it runs over.</summary>
    private static TextSpan Header(SyntaxNode loop) => loop switch
    {
        For each => TextSpan.FromBounds(each.Start, each.Iterable.End),
        While repeated => TextSpan.FromBounds(repeated.Start, repeated.Test.End),
        _ => loop.Span,
    };

    /// <summary>Of what no size is known no size is told; where things of unknown size are held, the least.</summary>
    private string ByAbout(long? bytes) => bytes is > 0 and var known ? $"by {(_fact.Content.HasUnknown ? "at least" : "about")} {ByteText.Bytes(known)} " : string.Empty;

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

    private static string Amounts(Quantity peak, Quantity retained)
    {
        if (!peak.HasFiniteHigh && !retained.HasFiniteHigh)
        {
            return Vague(peak);
        }

        var most = peak.HasFiniteHigh ? $"At most {ByteText.Bytes(peak.High)}" : Vague(peak);
        var left = retained.HasFiniteHigh ? ByteText.Bytes(retained.High) : retained.IsUnbounded ? "any amount of it" : "an unknown part of it";
        return $"{most} at one time, {left} still held when the code is done";
    }

    private static string Vague(Quantity bytes) => bytes.IsUnbounded ? "Nothing limits how much it holds" : "How much it holds is not known";

    private static string Times(Quantity times) =>
        times.High == 1 ? "once" : times.HasFiniteHigh ? ByteText.Count(times.High) + " times" : times.IsUnbounded ? "without end" : "an unknown number of times";
}
