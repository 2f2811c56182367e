using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Cli;

/// <summary>What to say about the name of a rule that does not exist.</summary>
internal static class RuleNames
{
    public static UsageException Unknown(string name) => new(RuleSelector.DescribeUnknown(name, RuleCatalogue.BuiltIn));
}
