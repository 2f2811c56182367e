using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>The rules of the family LL3.</summary>
internal static class DiagnosticsRules
{
    /// <summary>Kinds of growth, those that say most about one first.</summary>
    public static readonly ImmutableArray<GrowthRule> Growths = [new LeakMeasurementRule()];

    public static readonly ImmutableArray<Rule> Others =
    [
        new MemoryTraceWithoutEnforcementRule(),
        new MemoryTraceNotStoppedRule(),
        new ProfilerInWrapperRule(),
        new IneffectiveMemoryGuardRule(),
        new GcMisuseRule(),
    ];
}
