using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Cli;

/// <summary>Names on the error stream all that is wrong with a configuration.</summary>
internal static class ConfigurationNotices
{
    public static void Write(CliHost host, ConfigurationException exception)
    {
        foreach (var error in exception.Errors)
        {
            var place = error.Line > 0 ? $":{error.Line}:{error.Column}" : "";
            host.WriteError($"{DisplayWidth.Sanitize(DisplayPath.From(error.File, host.WorkingFolder))}{place}: {error.Message}");
        }
    }
}
