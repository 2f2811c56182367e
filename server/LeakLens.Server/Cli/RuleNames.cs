using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Cli;

/// <summary>What to say about the name of a rule that does not exist.</summary>
internal static class RuleNames
{
    public static UsageException Unknown(string name) => Unknown(name, RuleCatalogue.BuiltIn);

    public static UsageException Unknown(string name, RuleCatalogue catalogue) => new(RuleSelector.DescribeUnknown(name, catalogue));

    /// <exception cref="UsageException">The command line names a rule that no configuration of these files knows.</exception>
    public static void Require(ConfigurationProvider configurations, ConfigurationLayer commandLine, IEnumerable<string> fullPaths)
    {
        if (configurations.DescribeUnknownRule(commandLine, fullPaths) is { } unknown)
        {
            throw new UsageException(unknown);
        }
    }

    /// <summary>The rules that the configuration of the working folder knows; the built-in ones where it has errors, which are told.</summary>
    public static RuleCatalogue CatalogueOf(CliHost host)
    {
        try
        {
            return new ConfigurationProvider(ConfigurationSource.Nearest(host.WorkingFolder)).ForFolder(host.WorkingFolder).Catalogue;
        }
        catch (ConfigurationException exception)
        {
            ConfigurationNotices.Write(host, exception);
            return RuleCatalogue.BuiltIn;
        }
    }
}
