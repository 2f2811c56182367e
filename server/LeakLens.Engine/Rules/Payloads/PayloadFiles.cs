using System.Collections.Immutable;
using LeakLens.Engine.Decoding;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL602 at the data file itself: whoever looks at the file sees what it is, and who runs it.</summary>
internal static class PayloadFiles
{
    public static ImmutableArray<FileFinding> Check(RuleContext context)
    {
        if (context.Rules.Find("LL602") is not { } rule)
        {
            return [];
        }

        var findings = ImmutableArray.CreateBuilder<FileFinding>();
        foreach (var execution in context.Payloads.Trace.Executions)
        {
            if (context.Payloads.Of(execution) is not { File: { } path } payload || DataFiles.IsSource(path) || !IsHidden(context, payload, path))
            {
                continue;
            }

            var decoders = PayloadFinding.Decoders(execution.Code) is { Length: > 0 } way ? $" behind {way}" : string.Empty;
            var line = context.Text.GetPosition(execution.Place.Start, LeakLens.Python.Text.ColumnUnit.Utf32).Line + 1;
            var level = rule.FixedLevel ?? FindingLevel.Error;
            findings.Add(new FileFinding(
                path,
                rule,
                level,
                $"This data file holds Python code{decoders}, and the program runs it{Worst(payload)} (line {line} of the file that reads it)",
                "Remove the file and what executes it, or make it a reviewed module; check the digest of files that must be loaded"));
        }

        return findings.ToImmutable();
    }

    private static bool IsHidden(RuleContext context, DecodedPayload payload, string path) =>
        payload.Layers.Length > 1 || (DataFiles.HoldsData(path) && !DataFiles.IsPlain(payload.Code, context.Cancellation));

    /// <summary>The worst that is to be said about the code inside.</summary>
    private static string Worst(DecodedPayload payload) =>
        payload.Analysis.Findings.MaxBy(static finding => finding.Level) is { Level: > FindingLevel.Note } worst ? $": {worst.Message}" : string.Empty;
}
