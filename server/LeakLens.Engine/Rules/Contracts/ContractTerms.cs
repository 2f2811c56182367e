using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>The names that a contract may use: of numbers that its thresholds compare with, and of what its message may tell.</summary>
public static class ContractTerms
{
    /// <summary>Bytes that one call leaves behind.</summary>
    internal const string CallBytes = "call-bytes";

    /// <summary>Bytes that one time leaves behind.</summary>
    internal const string EachBytes = "each-bytes";

    /// <summary>How often it grows.</summary>
    internal const string Times = "times";

    /// <summary>Bytes that are still held when the code is done.</summary>
    internal const string RetainedBytes = "retained-bytes";

    /// <summary>The most bytes at one time.</summary>
    internal const string PeakBytes = "peak-bytes";

    /// <summary>Names of thresholds; the last word of each is its unit.</summary>
    public static ImmutableArray<string> ThresholdsOf(ContractFact fact) => fact switch
    {
        ContractFact.Growth => [CallBytes, EachBytes, RetainedBytes, PeakBytes, Times],
        ContractFact.Peak => [PeakBytes],
        _ => [],
    };

    /// <summary>Names that may stand in the braces of a message.</summary>
    public static ImmutableArray<string> PlacesOf(ContractFact fact) => fact switch
    {
        ContractFact.Growth => ["name", "bytes", "each", "times", "peak", "retained", "lifetime", "container"],
        ContractFact.Peak => ["name", "bytes", "container"],
        _ => ["name", "made", "why"],
    };
}
