using System.Collections.Immutable;

namespace LeakLens.Workspace.Configuration;

/// <summary>What is wrong with a configuration file, for whoever is writing it.</summary>
public static class ConfigurationCheck
{
    /// <summary>Whether a file of this name configures LeakLens, or may.</summary>
    public static bool IsConfigurationFile(string path) => ConfigurationFile.IsNamedSo(path);

    /// <summary>The errors and notes of a text as if it were the content of the file, those of files that it builds on included.</summary>
    public static ImmutableArray<ConfigurationError> Check(string path, string text)
    {
        try
        {
            if (ConfigurationFile.Read(path, text) is { } file)
            {
                var layers = new ConfigurationLoader(Path.GetDirectoryName(path) ?? "/").Load(file);
                return layers[^1] is { RulePaths: { Value.IsEmpty: false } rules, Catalogue.Own.IsEmpty: true } ? [new ConfigurationError(path, rules.Origin.Line, rules.Origin.Column, EffectiveConfiguration.NoRules) { IsNote = true }] : [];
            }

            return [];
        }
        catch (ConfigurationException exception)
        {
            return exception.Errors;
        }
    }
}
