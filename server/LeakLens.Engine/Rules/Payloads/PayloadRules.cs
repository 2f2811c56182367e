using System.Collections.Immutable;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>Rules about hidden code and what executes it.</summary>
internal static class PayloadRules
{
    public static readonly ImmutableArray<Rule> Others =
    [
        new ExecOfDecodedDataRule(),
        new PayloadInDataFileRule(),
        new ObfuscatedDynamicExecutionRule(),
        new EncodedBlobLiteralRule(),
        new RequestTriggeredExecutionRule(),
    ];
}
