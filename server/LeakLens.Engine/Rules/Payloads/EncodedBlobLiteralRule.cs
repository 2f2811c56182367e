using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Blobs;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL604: a long literal is code in a disguise, and nothing here executes it yet.</summary>
internal sealed class EncodedBlobLiteralRule : Rule
{
    private const int MostLiterals = 64;
    private const int MostCharacters = 2 << 20;

    public override string Id => "LL604";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var (left, room) = (MostLiterals, MostCharacters);
        foreach (var literal in context.Code.LongLiterals)
        {
            room -= literal.End - literal.Start;
            if (left-- == 0 || room < 0)
            {
                yield break;
            }

            if (BlobReader.Read(literal.Value, context.Cancellation) is not { } blob || context.Payloads.Payloads.Any(static payload => payload.File is null && payload.Layers.Length > 0))
            {
                continue;
            }

            yield return PayloadFinding.Of(
                rule,
                FindingLevel.Note,
                literal.Span,
                $"This text is {blob.What} behind {string.Join(", ", blob.Layers)}",
                "Keep code as source; put what is data into a file with a known digest") with
            { Signals = [], Confidence = 0.7 };
        }
    }
}
