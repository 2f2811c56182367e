using LeakLens.Engine.Findings;
using LeakLens.Engine.Known.Patterns.Backtracking;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Engine.Rules.Exhaustion.Regexes;
using LeakLens.Engine.Taint;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL505: a pattern that backtracks without bound on texts that it nearly takes.</summary>
internal sealed class RegexDosRule : Rule
{
    /// <summary>Patterns of one file that are looked into.</summary>
    private const int MostPatterns = 400;

    public override string Id => "LL505";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var hit in context.Taint)
        {
            if (string.Equals(hit.Rule, Id, StringComparison.Ordinal) && hit.Origin.Trust is TaintTrust.Remote && OfTaint(context, rule, hit) is { } finding)
            {
                yield return finding;
            }
        }

        var seen = new HashSet<int>();
        foreach (var place in PatternPlaces.Of(context))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (seen.Count < MostPatterns && seen.Add(place.Node.Start) && WitnessOf(place) is { } witness)
            {
                yield return Report(context, rule, place, witness);
            }
        }
    }

    /// <summary>A pattern that a stranger writes, or a text of a stranger's and a pattern that takes the square of its length.</summary>
    private static Finding? OfTaint(RuleContext context, RuleDescriptor rule, TaintHit hit)
    {
        if (hit.Sink?.Kind is TaintSinkKind.Pattern)
        {
            return UncountedFinding.Of(rule, FindingLevel.Warning, hit.Node, "A stranger writes this pattern: one that backtracks without end keeps the process busy for ever", "Put re.escape() around what is to be found as it is, or use a library that does not backtrack, such as re2")
                .With(hit.Origin.Node, "it comes in here");
        }

        if (hit.Node is not Call call || PlaceOf(context, call) is not { } place || WitnessOf(place, withPolynomial: true) is not { IsExponential: false } witness)
        {
            return null;
        }

        return UncountedFinding.Of(rule, FindingLevel.Warning, call, $"This pattern takes the square of the length of a stranger's text: {RegexText.Of(witness, 50_000)} keeps it busy for minutes", "Cut the text to the length that you expect, or let each character be taken in one way only")
            .With(hit.Origin.Node, "the text comes in here");
    }

    private static PatternPlace? PlaceOf(RuleContext context, Call call)
    {
        if (context.Names.Resolve(call.Function) is { } name)
        {
            return ExhaustionData.Instance.Patterns.TryGetValue(name.Text, out var shapes) ? PatternPlaces.Of(context, call, shapes[0]) : null;
        }

        return call.Function is Attribute { Name: var method, Value: var pattern } && Makers.CallOf(context, pattern) is { } made && context.Names.Resolve(made.Function)?.Text is "re.compile"
            && PatternPlaces.Of(context, made, ExhaustionData.Instance.Patterns["re.compile"][0]) is { } place ? place with { Uses = [PatternPlaces.UseOf(method)] } : null;
    }

    private static BacktrackingWitness? WitnessOf(PatternPlace place, bool withPolynomial = false)
    {
        foreach (var use in place.Uses)
        {
            if (BacktrackingCheck.Find(place.Text, place.Flags, use, withPolynomial || place.IsUntrusted) is { } witness)
            {
                return witness;
            }
        }

        return null;
    }

    private static Finding Report(RuleContext context, RuleDescriptor rule, PatternPlace place, BacktrackingWitness witness) => !witness.IsExponential
        ? UncountedFinding.Of(rule, FindingLevel.Note, place.Node, $"This pattern takes the square of the length of what strangers send: {RegexText.Of(witness, 50_000)} keeps it busy for minutes", "Bound the length, or let each character be taken in one way only", $"A text that shows it: {RegexText.Of(witness, 50_000)}")
        : UncountedFinding.Of(rule, IsAttended(context, place) ? FindingLevel.Note : FindingLevel.Warning, place.Node, $"This pattern backtracks exponentially: {RegexText.Of(witness, 40)} keeps it busy for hours, and no other thread runs meanwhile",
            "Let each character be taken in one way only: a repetition inside a repetition needs a separator, or a possessive quantifier such as a++ (from 3.11 on)",
            $"A text that shows it: {RegexText.Of(witness, 40)}", $"Each further {RegexText.Of(witness with { Prefix = string.Empty, Suffix = string.Empty }, 1)[..^4]} multiplies the steps", "Found by its automaton, and tried with a matcher that goes as CPython's does");

    /// <summary>A script tries it on what its user gives it, who sees that it hangs.</summary>
    private static bool IsAttended(RuleContext context, PatternPlace place) => !place.IsUntrusted && place.Tried.Count > 0 && place.Tried.All(tried => AttendedCode.Is(context, tried, withCommands: false));
}
