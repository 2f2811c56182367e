using System.Collections.Immutable;
using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Rules;

/// <summary>All that rules may ask about one file.</summary>
internal sealed class DeploymentContext(DeploymentFile file, DeploymentFacts facts)
{
    public DeploymentFile File { get; } = file;

    public DeploymentFacts Facts { get; } = facts;

    public YamlWriter Write { get; } = new(file.Text);

    /// <summary>What to write instead goes into the advice, one sentence without its full stop.</summary>
    public static Finding Report(RuleDescriptor rule, FindingLevel level, TextSpan place, string message, string? advice, params ReadOnlySpan<Fix?> fixes)
    {
        var offered = ImmutableArray.CreateBuilder<Fix>();
        foreach (var fix in fixes)
        {
            if (fix is not null)
            {
                offered.Add(fix);
            }
        }

        return new Finding(rule, level, Confidence: 0.9, place, message, Estimate: null, Related: [], offered.DrainToImmutable(), Explanation: []) { Advice = advice };
    }
}
