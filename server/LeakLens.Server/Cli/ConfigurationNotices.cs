using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Cli;

/// <summary>Names on the error stream all that is wrong with a configuration.</summary>
internal static class ConfigurationNotices
{
    /// <summary>What is not heeded of the configurations that a run has gone by.</summary>
    public static void WriteNotes(CliHost host, ConfigurationProvider configurations)
    {
        foreach (var note in configurations.InUse.SelectMany(static configuration => configuration.Notes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            host.WriteWarning(DisplayWidth.Sanitize(note));
        }
    }

    public static void Write(CliHost host, ConfigurationException exception)
    {
        foreach (var error in exception.Errors)
        {
            var place = error.Line > 0 ? $":{error.Line}:{error.Column}" : "";
            host.WriteError($"{DisplayWidth.Sanitize(DisplayPath.From(error.File, host.WorkingFolder))}{place}: {error.Message}");
        }
    }
}
