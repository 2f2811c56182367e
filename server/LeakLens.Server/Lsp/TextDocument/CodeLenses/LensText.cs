using LeakLens.Engine.Decoding;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Server.Lsp.TextDocument.CodeLenses;

/// <summary>What a lens says: the largest of what is held, in few words.</summary>
internal static class LensText
{
    public static string Of(List<Finding> findings)
    {
        var largest = findings.MaxBy(finding => finding.Estimate?.RetainedBytes ?? finding.Estimate?.PeakBytes ?? 0) ?? findings[0];
        var others = findings.Count > 1 ? $", and {findings.Count - 1} more" : "";
        return largest.Estimate is { } estimate ? Of(estimate) + others : largest.Message;
    }

    /// <summary>Of code that a place runs and does not show.</summary>
    public static string Of(DecodedPayload payload)
    {
        var lines = payload.Code.Lines.Count - (payload.Code.Text.EndsWith('\n') ? 1 : 0);
        return $"runs {ByteText.Count(lines)} hidden {(lines == 1 ? "line" : "lines")} of code: show {(lines == 1 ? "it" : "them")}";
    }

    private static string Of(Estimate estimate) => estimate switch
    {
        { Multiplicity: not Multiplicity.Once } => $"grows {HowOften(estimate.Multiplicity)}{Each(estimate)}",
        { Bound: GrowthBound.Unbounded } => $"grows without end{Each(estimate)}",
        { RetainedBytes: > 0 } => $"holds {ByteText.Bytes(estimate.RetainedBytes.Value)}{Formula(estimate)}",
        { PeakBytes: > 0 } => $"holds {ByteText.Bytes(estimate.PeakBytes.Value)} at most{Formula(estimate)}",
        _ => $"grows with every trip{Each(estimate)}",
    };

    private static string HowOften(Multiplicity multiplicity) => multiplicity switch
    {
        Multiplicity.PerRequest => "with every request",
        Multiplicity.Periodic => "again and again",
        _ => "with every call",
    };

    private static string Each(Estimate estimate) => estimate.BytesPerTrip is > 0 ? $": {ByteText.Bytes(estimate.BytesPerTrip.Value)} each" : "";

    private static string Formula(Estimate estimate) =>
        estimate is { BytesPerTrip: { } each, Trips: { } trips } ? $": {ByteText.Count(trips)} x {ByteText.Bytes(each)}" : "";
}
