using System.Collections.Immutable;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>Which configuration is in force where. Every file and folder is looked at once. Safe to ask from many threads.</summary>
public sealed class ConfigurationProvider
{
    private readonly Lock _gate = new();
    private readonly ConfigurationSource _source;
    private readonly Dictionary<string, EffectiveConfiguration> _byFolder = new(StringComparer.Ordinal);
    private EffectiveConfiguration? _withoutFile;
    private EffectiveConfiguration? _isolated;
    private EffectiveConfiguration? _named;

    public ConfigurationProvider(ConfigurationSource source) => _source = source;

    /// <param name="fullPath">A file, which need not exist.</param>
    /// <exception cref="ConfigurationException">The file that configures it has errors.</exception>
    public EffectiveConfiguration ForFile(string fullPath) => ForFolder(Path.GetDirectoryName(fullPath) ?? fullPath);

    /// <param name="fullPath">A folder, which need not exist.</param>
    /// <exception cref="ConfigurationException">The file that configures it has errors.</exception>
    public EffectiveConfiguration ForFolder(string fullPath)
    {
        lock (_gate)
        {
            if (_source.File is { } file)
            {
                return _named ??= Load(ConfigurationFile.Open(file));
            }

            return _source.IsIsolated ? Isolated() : FindNearest(Path.TrimEndingDirectorySeparator(fullPath));
        }
    }

    /// <summary>What is in force for a text that lies nowhere, and where the file that configures something cannot be used.</summary>
    public EffectiveConfiguration WithoutAnyFile
    {
        get
        {
            lock (_gate)
            {
                return Isolated();
            }
        }
    }

    /// <summary>All that was asked for so far, each once.</summary>
    public ImmutableArray<EffectiveConfiguration> InUse
    {
        get
        {
            lock (_gate)
            {
                return [.. _byFolder.Values.Append(_named).OfType<EffectiveConfiguration>().Distinct()];
            }
        }
    }

    /// <summary>One sentence about a rule that a layer of the command line names and no configuration of these files knows; null when all are known.</summary>
    /// <param name="fullPaths">The files that the command line is about.</param>
    /// <exception cref="ConfigurationException">The file that configures one of them has errors.</exception>
    public string? DescribeUnknownRule(ConfigurationLayer commandLine, IEnumerable<string> fullPaths)
    {
        var open = commandLine.OpenNames.ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var catalogues = fullPaths.Select(path => ForFile(path).Catalogue).Append(RuleCatalogue.BuiltIn).Distinct().ToList();
        return open.Find(open => catalogues.TrueForAll(catalogue => RuleSelector.Find(open.Name, catalogue) is null))?.Name is { } unknown ? RuleSelector.DescribeUnknown(unknown, catalogues[0]) : null;
    }

    private EffectiveConfiguration FindNearest(string folder)
    {
        var passed = new List<string>();
        EffectiveConfiguration? found = null;
        for (var current = folder; current is not null && found is null; current = Path.GetDirectoryName(current))
        {
            if (!_byFolder.TryGetValue(current, out found))
            {
                passed.Add(current);
                found = ConfigurationFile.FindIn(current) is { } file ? Load(file) : null;
            }
        }

        found ??= WithoutFile();
        passed.ForEach(one => _byFolder[one] = found);
        return found;
    }

    private EffectiveConfiguration Isolated() => _isolated ??= EffectiveConfiguration.Isolate(_source.CommandLine, _source.WorkingFolder);

    private EffectiveConfiguration WithoutFile() => _withoutFile ??= EffectiveConfiguration.Resolve([_source.CommandLine], _source.WorkingFolder, RuleCatalogue.BuiltIn);

    private EffectiveConfiguration Load(ConfigurationFile file)
    {
        var layers = new ConfigurationLoader(_source.WorkingFolder).Load(file);
        return EffectiveConfiguration.Resolve([.. layers, _source.CommandLine], FolderOf(file), layers[^1].Catalogue);
    }

    /// <summary>Whoever names a file from elsewhere means the folder that he works in.</summary>
    private string FolderOf(ConfigurationFile file)
    {
        var folder = Path.GetDirectoryName(file.Path) ?? _source.WorkingFolder;
        return _source.File is null || _source.WorkingFolder.Equals(folder, StringComparison.Ordinal) || _source.WorkingFolder.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? folder : _source.WorkingFolder;
    }
}
