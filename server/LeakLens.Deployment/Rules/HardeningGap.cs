using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Rules;

/// <summary>One setting that leaves a container more room than it needs.</summary>
/// <param name="What">For the message: "runs as root".</param>
/// <param name="Edits">What closes the gap; empty where only a person can.</param>
internal sealed record HardeningGap(TextSpan Place, string What, ImmutableArray<TextEdit> Edits);
