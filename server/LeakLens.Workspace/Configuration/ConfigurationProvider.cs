using System.Collections.Immutable;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>Which configuration is in force where. Every file and folder is looked at once. Safe to ask from many threads.</summary>
public sealed class ConfigurationProvider
{
    private readonly Lock _gate = new();
    private readonly ConfigurationSource _source;
    private readonly RuleCatalogue _catalogue;
    private readonly Dictionary<string, EffectiveConfiguration> _byFolder = new(StringComparer.Ordinal);
    private EffectiveConfiguration? _withoutFile;
    private EffectiveConfiguration? _named;

    public ConfigurationProvider(ConfigurationSource source)
        : this(source, RuleCatalogue.BuiltIn)
    {
    }

    public ConfigurationProvider(ConfigurationSource source, RuleCatalogue catalogue)
    {
        _source = source;
        _catalogue = catalogue;
    }

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

            return _source.IsIsolated ? WithoutFile() : FindNearest(Path.TrimEndingDirectorySeparator(fullPath));
        }
    }

    /// <summary>What is in force where no file configures anything.</summary>
    public EffectiveConfiguration WithoutAnyFile
    {
        get
        {
            lock (_gate)
            {
                return WithoutFile();
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

    private EffectiveConfiguration WithoutFile() => _withoutFile ??= EffectiveConfiguration.Resolve([_source.CommandLine], _source.WorkingFolder, _catalogue);

    private EffectiveConfiguration Load(ConfigurationFile file)
    {
        var layers = new ConfigurationLoader(_source.WorkingFolder, _catalogue).Load(file);
        return EffectiveConfiguration.Resolve([.. layers, _source.CommandLine], Path.GetDirectoryName(file.Path) ?? _source.WorkingFolder, _catalogue);
    }
}
