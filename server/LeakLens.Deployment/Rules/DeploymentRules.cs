using System.Collections.Immutable;

namespace LeakLens.Deployment.Rules;

/// <summary>The code of all rules about deployments.</summary>
internal static class DeploymentRules
{
    public static readonly ImmutableArray<DeploymentRule> All =
    [
        new ContainerMemoryLimitMissingRule(),
        new MemoryQuantityWrongRule(),
        new ContainerHardeningRule(),
        new StoreLimitsMissingRule(),
        new LimitMismatchRule(),
        new OpsGuardrailMissingRule(),
    ];
}
