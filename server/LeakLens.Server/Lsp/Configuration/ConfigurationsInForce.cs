using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Deployments;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Modules;
using LeakLens.Workspace.OwnRules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>
/// Which configuration is in force for which document, as long as no setting and no file changes; then there is a new one of these.
/// A file with errors leaves in force what was right before.
/// </summary>
internal sealed class ConfigurationsInForce
{
    /// <summary>The folder of what lies nowhere.</summary>
    private static readonly string Anywhere = Path.GetFullPath("/");

    private const string Models = "*.json";
    private const string Rules = "*/" + OwnRuleFile.Name;

    private readonly ImmutableArray<WorkspaceRoot> _roots;
    private readonly Action<ConfigurationException> _wrong;
    private readonly Action<string, string> _watch;
    private readonly ConcurrentDictionary<string, ConfigurationProvider> _providers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BaselineInForce?> _baselines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EffectiveConfiguration> _byFolder = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EffectiveConfiguration> _lastGood;
    private readonly FolderListings _listings;

    /// <param name="roots">The window, which is always there, and the folders.</param>
    /// <param name="wrong">Told of files that cannot be used.</param>
    /// <param name="watch">Told of folders that a configuration takes something from, and of the pattern for files in them.</param>
    public ConfigurationsInForce(ImmutableArray<WorkspaceRoot> roots, ConfigurationsInForce? before, Action<ConfigurationException> wrong, Action<string, string> watch)
    {
        _roots = roots;
        _wrong = wrong;
        _watch = watch;
        _listings = before?._listings ?? new FolderListings();
        _lastGood = before?._lastGood ?? new ConcurrentDictionary<string, EffectiveConfiguration>(StringComparer.Ordinal);
    }

    public ImmutableArray<WorkspaceRoot> Roots => _roots;

    public IEnumerable<WorkspaceRoot> Folders => _roots.Where(root => !root.IsWindow);

    /// <summary>The innermost folder that a file lies in; the window for all others.</summary>
    public WorkspaceRoot RootOf(string? fullPath) =>
        _roots.Where(root => fullPath is not null && root.Contains(fullPath)).MaxBy(root => root.Path.Length) ?? _roots.First(root => root.IsWindow);

    /// <summary>What the analysis of a document is told.</summary>
    public AnalysisOptions OptionsFor(string uri, SourceText text)
    {
        var path = DocumentPath.Of(uri);
        var configuration = For(path);
        var rules = configuration.RulesFor(path ?? Path.Combine(Anywhere, "untitled.py"));
        var language = path is null ? null : DeploymentFiles.LanguageWithNeighbours(path);
        var files = language is null ? FilesOf(path) : null;
        return new AnalysisOptions(rules) { Target = configuration.Target, Models = configuration.Models, Role = language is not null && !configuration.Deployment.Value ? CodeRole.Foreign : RoleOf(path, text, configuration), Language = language, Files = files, Modules = files?.Modules, RunsSideBySide = Environment.ProcessorCount > 1 };
    }

    /// <summary>What the folder's settings forgive; null for nothing.</summary>
    public BaselineInForce? BaselineOf(WorkspaceRoot root) =>
        root is { IsWindow: false, Settings.Baseline.Length: > 0 } ? _baselines.GetOrAdd(root.Path, static (_, root) => new BaselineInForce(root.Path, root.Settings.Baseline), root) : null;

    /// <summary>The result without what a baseline forgives.</summary>
    public AnalysisResult Forgive(string uri, AnalysisResult result) =>
        DocumentPath.Of(uri) is { } path && BaselineOf(RootOf(path)) is { } baseline ? baseline.Forgive(result, path) : result;

    /// <summary>A program reads what lies in its folder of the workspace.</summary>
    private WorkspaceFiles? FilesOf(string? path)
    {
        var root = RootOf(path);
        return path is null || root.IsWindow ? null : new WorkspaceFiles(path, root.Path, shownRoot: string.Empty, new ModuleFolders(_listings));
    }

    /// <summary>The configuration of a file; that of the window for what is no file.</summary>
    public EffectiveConfiguration For(string? fullPath)
    {
        var root = RootOf(fullPath);
        return fullPath is null ? ProviderOf(root).WithoutAnyFile : _byFolder.GetOrAdd(Path.GetDirectoryName(fullPath) ?? fullPath, folder => Find(root, folder));
    }

    /// <summary>The rules that are known in the folders, and wherever a file was opened: that of LeakLens alone first.</summary>
    public IEnumerable<RuleCatalogue> Catalogues =>
        Folders.Select(folder => For(Path.Combine(folder.Path, "pyproject.toml"))).Concat(_byFolder.Values).Select(static configuration => configuration.Catalogue).Prepend(RuleCatalogue.BuiltIn).Distinct();

    /// <summary>Whether a configuration, or the last good one of a folder, takes library models or rules from a file.</summary>
    public bool TakesFrom(string file) => _byFolder.Values.Concat(_lastGood.Values).Any(configuration =>
        (ModelFile.IsNamedSo(file) && configuration.ModelPaths.Value.Contains(Path.GetDirectoryName(file) ?? file, StringComparer.Ordinal))
        || (OwnRuleFile.IsNamedSo(file) && configuration.RulePaths.Value.Contains(OwnRuleFile.FolderOf(file) ?? file, StringComparer.Ordinal)));

    /// <summary>What a scan of a folder asks.</summary>
    public ConfigurationProvider ProviderOf(WorkspaceRoot root) => _providers.GetOrAdd(root.Path, static (_, root) => new ConfigurationProvider(SourceOf(root)), root);

    private EffectiveConfiguration Find(WorkspaceRoot root, string folder)
    {
        try
        {
            var found = ProviderOf(root).ForFolder(folder);
            _lastGood[folder] = found;
            foreach (var models in found.ModelPaths.Value)
            {
                _watch(models, Models);
            }

            foreach (var rules in found.RulePaths.Value)
            {
                _watch(rules, Rules);
            }

            return found;
        }
        catch (ConfigurationException exception)
        {
            _wrong(exception);
            foreach (var file in exception.Errors.Select(static error => error.File).Where(ModelFile.IsNamedSo).Distinct(StringComparer.Ordinal))
            {
                _watch(Path.GetDirectoryName(file) ?? file, Models);
                if (OwnRuleFile.IsNamedSo(file) && OwnRuleFile.FolderOf(file) is { } rules)
                {
                    _watch(rules, Rules);
                }
            }

            return FindLastGood(folder) ?? ProviderOf(root).WithoutAnyFile;
        }
    }

    private EffectiveConfiguration? FindLastGood(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (_lastGood.TryGetValue(current, out var found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The same file has the same role as in a scan of its folder. What the configuration leaves out is other people's code.</summary>
    private CodeRole RoleOf(string? path, SourceText text, EffectiveConfiguration configuration)
    {
        var root = RootOf(path);
        if (path is null || root.IsWindow)
        {
            return CodeRole.Product;
        }

        if (configuration.FindExclusionOfPathOrParent(path) is not null)
        {
            return CodeRole.Foreign;
        }

        return configuration.RuleProfile.TrustsPaths ? CodeRoles.Of(Path.GetRelativePath(root.Path, path), isNamed: false, text) : CodeRole.Product;
    }

    private static ConfigurationSource SourceOf(WorkspaceRoot root) =>
        new(root.IsWindow ? Anywhere : root.Path, File: null, IsIsolated: false, root.Settings.Layer);
}
