using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>The code of one rule about a deployment: a short query over a file that was read. What is data is in the rule's folder. Stateless.</summary>
internal abstract class DeploymentRule
{
    /// <summary>The rule's id; its folder has the rest.</summary>
    public abstract string Id { get; }

    public abstract IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule);
}
