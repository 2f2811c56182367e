using System.Collections.Immutable;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>Reads a file and those that it builds on.</summary>
internal sealed class ConfigurationLoader(string workingFolder, RuleCatalogue catalogue)
{
    /// <summary>The layers, the one that all others build on first.</summary>
    /// <exception cref="ConfigurationException">Something is wrong in one of the files.</exception>
    public ImmutableArray<ConfigurationLayer> Load(ConfigurationFile file)
    {
        var layers = new List<ConfigurationLayer>();
        var chain = new List<string>();
        ConfigurationFile? current = file;
        while (current is not null)
        {
            chain.Add(current.Path);
            var layer = ConfigurationReader.Read(current, Show(current.Path), catalogue);
            layers.Add(layer);
            current = layer.Extend is { } extend ? OpenBase(current, extend, chain) : null;
        }

        layers.Reverse();
        return [.. layers];
    }

    private ConfigurationFile OpenBase(ConfigurationFile file, Setting<string> extend, List<string> chain)
    {
        var path = Path.GetFullPath(extend.Value, Path.GetDirectoryName(file.Path) ?? "/");
        var seen = chain.IndexOf(path);
        if (seen >= 0)
        {
            throw Error(file, extend, $"'extend' goes in a circle: {string.Join(" -> ", chain.Skip(seen).Append(path).Select(Show))}");
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
