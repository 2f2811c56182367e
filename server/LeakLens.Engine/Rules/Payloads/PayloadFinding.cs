using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>What the rules about hidden code have in common.</summary>
internal static class PayloadFinding
{
    private const double UsualConfidence = 0.9;

    /// <summary>In percent: what is a warning is meant as it looks in so many cases.</summary>
    private const double CertaintyOfWarnings = 60;

    /// <param name="level">A warning is an error where the profile asks for less certainty: the rule's threshold <c>error-percent</c>.</param>
    public static Finding Of(RuleDescriptor rule, FindingLevel level, TextSpan span, string message, string advice, params ReadOnlySpan<string> lines) =>
        new(rule, Raise(rule, level), UsualConfidence, span, message, Estimate: null, [], [], [.. lines]) { Advice = advice, Signals = [Signal.HiddenCode] };

    public static FindingLevel Raise(RuleDescriptor rule, FindingLevel level) => level is FindingLevel.Warning && rule.GetThreshold("error-percent") <= CertaintyOfWarnings ? FindingLevel.Error : level;

    /// <summary>The name that people know: <c>exec</c>.</summary>
    public static string Short(string callee) => callee.StartsWith("builtins.", StringComparison.Ordinal) ? callee[9..] : callee.Replace("()", string.Empty, StringComparison.Ordinal);

    /// <summary>The decoders that data went through, in words; empty for none.</summary>
    public static string Decoders(Traced code)
    {
        var names = new List<string>();
        foreach (var layer in code.Layers?.InOrder() ?? [])
        {
            if (layer.File is null && !layer.Name.StartsWith("a file", StringComparison.Ordinal))
            {
                names.Add(layer.Name);
            }
        }

        return names.Count > 4 ? $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more layers" : string.Join(", ", names);
    }

    public static ProgramFile? FileOf(Traced code)
    {
        for (var layer = code.Layers; layer is not null; layer = layer.Before)
        {
            if (layer.File is { } file)
            {
                return file;
            }
        }

        return null;
    }

    public static bool IsDecoded(Traced code) => (code.From & Provenance.Decoded) != Provenance.None;

    public static bool IsFrom(Traced code, Provenance from) => (code.From & from) != Provenance.None;
}
