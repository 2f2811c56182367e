using LeakLens.Engine.Decoding.Blobs;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>LL602 of a data file that no program is seen to read: code in a disguise lies there all the same, and whoever runs it may do so by a name that nobody can follow.</summary>
public static class UnreadPayload
{
    private const string Id = "LL602";

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static FileFinding? Find(string path, byte[] content, RuleSet rules, CancellationToken cancellation)
    {
        if (rules.Find(Id) is not { } rule || BlobReader.Read(content, cancellation) is not { IsCode: true } blob)
        {
            return null;
        }

        return new FileFinding(
            path,
            rule,
            rule.FixedLevel ?? PayloadFinding.Raise(rule, FindingLevel.Warning),
            $"This data file holds {blob.What} behind {string.Join(", ", blob.Layers)}, and nothing says who runs it",
            "Look at it with leaklens decode; remove it, or make it a module that can be reviewed");
    }
}
