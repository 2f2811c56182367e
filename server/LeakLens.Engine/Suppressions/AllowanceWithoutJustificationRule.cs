namespace LeakLens.Engine.Suppressions;

/// <summary>LL003: a large allocation is allowed, and nobody says why. It is not allowed.</summary>
internal static class AllowanceWithoutJustificationRule
{
    public const string Id = "LL003";

    public const string Message = "This allows nothing without a reason: `# leaklens: allow-large-allocation -- why it is right`";

    public static bool IsUnjustified(SuppressionComment comment) => comment is { Verb: SuppressionVerb.AllowLargeAllocation, Justification: null };
}
