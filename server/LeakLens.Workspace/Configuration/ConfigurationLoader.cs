using System.Collections.Immutable;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>Reads a file and those that it builds on.</summary>
internal sealed class ConfigurationLoader(string workingFolder)
{
    /// <summary>Nobody builds a configuration of so many files.</summary>
    private const int MostFiles = 100;

    /// <summary>The layers, the one that all others build on first.</summary>
    /// <exception cref="ConfigurationException">Something is wrong in one of the files.</exception>
    public ImmutableArray<ConfigurationLayer> Load(ConfigurationFile file) => Load(file, []);

    /// <summary>What a file builds on is read first: it may bring along the rules that the file names.</summary>
    private ImmutableArray<ConfigurationLayer> Load(ConfigurationFile file, List<string> chain)
    {
        chain.Add(file.Path);
        var shownAs = Show(file.Path);
        ImmutableArray<ConfigurationLayer> bases = [];
        try
        {
            bases = ConfigurationReader.FindBase(file, shownAs) is { } extend ? Load(OpenBase(file, extend, chain), chain) : [];
        }
        catch (ConfigurationException exception)
        {
            throw new ConfigurationException([.. ErrorsOf(file, shownAs), .. exception.Errors]);
        }

        return bases.Add(ConfigurationReader.Read(file, shownAs, bases.IsEmpty ? RuleCatalogue.BuiltIn : bases[^1].Catalogue));
    }

    /// <summary>What is wrong in a file whose base cannot be used: which rules that would have brought along is not known.</summary>
    private static ImmutableArray<ConfigurationError> ErrorsOf(ConfigurationFile file, string shownAs)
    {
        try
        {
            ConfigurationReader.Read(file, shownAs, inherited: null);
            return [];
        }
        catch (ConfigurationException exception)
        {
            return exception.Errors;
        }
    }

    private ConfigurationFile OpenBase(ConfigurationFile file, Setting<string> extend, List<string> chain)
    {
        var path = Path.GetFullPath(extend.Value, Path.GetDirectoryName(file.Path) ?? "/");
        var seen = chain.IndexOf(path);
        if (seen >= 0)
        {
            throw Error(file, extend, $"'extend' goes in a circle: {string.Join(" -> ", chain.Skip(seen).Append(path).Select(Show))}");
        }

        if (chain.Count == MostFiles)
        {
            throw Error(file, extend, $"'extend' leads over more than {MostFiles} files");
        }

        if (!File.Exists(path))
        {
            throw Error(file, extend, $"there is no file {DisplayWidth.Sanitize(extend.Value)} to build on");
        }

        return ConfigurationFile.Open(path);
    }

    private string Show(string path) => DisplayPath.From(path, workingFolder);

    private static ConfigurationException Error(ConfigurationFile file, Setting<string> extend, string message) =>
        new(file.Path, extend.Origin.Line, extend.Origin.Column, message);
}
