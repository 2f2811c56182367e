using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>A contract over one growth. A number that is not known reaches no threshold; what has no end reaches every one.</summary>
internal static class GrowthContract
{
    private const string NotKnown = "an unknown amount";

    public static bool Holds(RuleDescriptor rule, Contract contract, GrowthFact fact) =>
        (contract.Repeated.IsEmpty || contract.Repeated.Contains(RepetitionOf(fact)))
        && (contract.Lifetimes.IsEmpty || contract.Lifetimes.Contains(fact.Owner.Lifetime))
        && (contract.Containers.IsEmpty || contract.Containers.Contains(fact.ContainerKind))
        && (contract.IsShared is not { } shared || shared == fact.IsShared)
        && (contract.IsReleased is not { } released || released == fact.Releases.High > 0)
        && (contract.IsCertain is not { } certain || certain == (!fact.IsCoarse && !GrowthJudge.IsUncertain(fact)))
        && rule.Thresholds.All(threshold => Measure(fact, threshold.Key) >= threshold.Value);

    public static Finding Tell(RuleDescriptor rule, Contract contract, GrowthCase growth)
    {
        var text = new GrowthText(growth);
        return new Finding(
            rule,
            rule.DefaultLevel,
            GrowthNumbers.ConfidenceOf(growth.Fact),
            growth.Fact.Node.Span,
            contract.Message.Fill(place => ValueOf(place, contract.Fact, growth.Fact, text)),
            GrowthNumbers.EstimateOf(growth.Fact),
            text.Related(),
            [],
            text.Explain())
        {
            Advice = contract.Advice,
            HeldBy = growth.Fact.Origin,
        };
    }

    /// <summary>The most that a finding is about, to choose of several.</summary>
    public static double SizeOf(GrowthFact fact) => Math.Max(Measure(fact, ContractTerms.RetainedBytes) ?? 0, Measure(fact, ContractTerms.PeakBytes) ?? 0);

    private static GrowthRepetition RepetitionOf(GrowthFact fact) =>
        fact.IsPerCall ? GrowthRepetition.PerCall
        : fact.Times.IsUnbounded || fact.Retained.IsUnbounded || fact.Peak.IsUnbounded ? GrowthRepetition.Endless
        : GrowthRepetition.Loop;

    /// <summary>Null for what is not known.</summary>
    private static double? Measure(GrowthFact fact, string threshold) => threshold switch
    {
        ContractTerms.CallBytes => fact.IsPerCall ? fact.BytesPerCall : null,
        ContractTerms.EachBytes => GrowthNumbers.PerTime(fact),
        ContractTerms.Times => Most(fact.Times),
        ContractTerms.RetainedBytes => Most(fact.LikelyRetained),
        ContractTerms.PeakBytes => Most(fact.Peak),
        _ => null,
    };

    /// <summary>Where an end is not known, what is certain.</summary>
    private static double? Most(Quantity amount) => amount.IsUnbounded ? double.PositiveInfinity : amount.HasFiniteHigh ? amount.High : amount.Low > 0 ? amount.Low : null;

    private static string ValueOf(string place, ContractFact about, GrowthFact fact, GrowthText text) => place switch
    {
        "name" => text.Name(),
        "bytes" => about is ContractFact.Peak ? Bytes(Most(fact.Peak)) : BytesOf(fact),
        "each" => Bytes(GrowthNumbers.PerTime(fact)),
        "times" => Most(fact.Times) is { } times ? double.IsInfinity(times) ? "without end" : ByteText.Count((long)times) : "an unknown number of",
        "peak" => Bytes(Most(fact.Peak)),
        "retained" => Bytes(Most(fact.LikelyRetained)),
        "lifetime" => fact.Owner.Lifetime.ToString().ToLowerInvariant(),
        _ => KindNames.Of(fact.ContainerKind),
    };

    /// <summary>What is added again and again where it goes on, and what is held where it ends.</summary>
    private static string BytesOf(GrowthFact fact) => RepetitionOf(fact) switch
    {
        GrowthRepetition.PerCall => Bytes(fact.BytesPerCall),
        GrowthRepetition.Endless => Bytes(GrowthNumbers.PerTime(fact)),
        _ => Bytes(Most(fact.LikelyRetained) is > 0 and var held ? held : Most(fact.Peak)),
    };

    private static string Bytes(double? bytes) => bytes is not { } known ? NotKnown : double.IsInfinity(known) ? "any amount" : ByteText.Bytes((long)known);
}
