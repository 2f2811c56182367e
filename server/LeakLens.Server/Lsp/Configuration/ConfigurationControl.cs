using System.Collections.Immutable;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Server.Lsp.Window.LogMessage;
using LeakLens.Server.Lsp.Workspace.DidChangeWatchedFiles;
using LeakLens.Server.Lsp.Workspace.Scan;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>Keeps the configuration in force up to date with the folders, the settings and the files.</summary>
internal sealed class ConfigurationControl(
    Session session,
    ClientRequests client,
    ConfigurationProblems problems,
    DiagnosticsPublisher diagnostics,
    WorkspaceScan scan,
    DiagnosticsRegistration registration,
    DataFileWatch dataFiles,
    ClientLog log)
{
    private readonly Lock _gate = new();
    private ImmutableArray<WorkspaceRoot> _roots = [WorkspaceRoot.Window];

    /// <summary>The folders, and the settings of a client that sends them along.</summary>
    public void Initialize(InitializeParams request)
    {
        var settings = request.InitializationOptions is JObject { Count: > 0 } options ? EditorSettings.Read(options["settings"] ?? options) : EditorSettings.Default;
        var folders = request.WorkspaceFolders.Select(folder => folder.Uri);
        if (request.WorkspaceFolders.IsEmpty && request.RootUri is { } root)
        {
            folders = [root];
        }

        _roots = [WorkspaceRoot.Window with { Settings = settings }, .. folders.Select(uri => Create(uri, settings)).OfType<WorkspaceRoot>()];
        Use(_roots);
    }

    /// <summary>Asks the client for its settings, if it answers such questions.</summary>
    public async Task LoadSettingsAsync()
    {
        var roots = _roots;
        if (session.Current.Client.AnswersConfiguration)
        {
            var items = roots.Select(root => new ConfigurationItem(root.Uri, EditorSettings.Section)).ToImmutableArray();
            var answer = await client.AskAsync(Methods.Configuration, new ConfigurationParams(items)) as JArray;
            Apply(roots, index => EditorSettings.Read(answer is not null && index < answer.Count ? answer[index] : null));
        }

        var registered = registration.UpdateAsync();
        LookAtFolders();
        TellUnknownRules();
        await registered;
        scan.StartIfWanted();
    }

    /// <summary>Settings that the client sends without being asked: all of them, or ours alone.</summary>
    public void ApplySettings(JToken? settings)
    {
        var own = EditorSettings.Read((settings as JObject)?[EditorSettings.Section] ?? settings);
        Apply(_roots, _ => own);
        TellUnknownRules();
        _ = registration.UpdateAsync();
        scan.StartIfWanted();
    }

    public void ChangeFolders(WorkspaceFoldersChangeEvent change)
    {
        lock (_gate)
        {
            var window = _roots.First(root => root.IsWindow);
            var gone = change.Removed.Select(folder => folder.Uri).ToHashSet(StringComparer.Ordinal);
            _roots = [.. _roots.Where(root => root.Uri is null || !gone.Contains(root.Uri)), .. change.Added.Select(folder => Create(folder.Uri, window.Settings)).OfType<WorkspaceRoot>()];
        }

        Reload();
        _ = LoadSettingsAsync();
    }

    /// <summary>A file has changed: nothing that was read of any of them holds.</summary>
    public void Reload()
    {
        Use(_roots);
        problems.CheckAll();
        diagnostics.Refresh();
    }

    /// <summary>Whether a configuration takes library models or rules from this file, or would if they were right.</summary>
    public bool IsTakenFrom(string path) => ModelFile.IsNamedSo(path) && (session.Current.Configurations.TakesFrom(path) || problems.IsWrong(path));

    private void Apply(ImmutableArray<WorkspaceRoot> roots, Func<int, EditorSettings> settingsOf)
    {
        var next = roots.Select((root, index) => root with { Settings = settingsOf(index) }).ToImmutableArray();
        foreach (var problem in next.SelectMany(root => root.Settings.Problems).Distinct(StringComparer.Ordinal))
        {
            log.Warn(problem);
        }

        lock (_gate)
        {
            if (_roots != roots)
            {
                // The folders are others meanwhile; they have asked for themselves.
                return;
            }

            _roots = next;
        }

        if (!next.Zip(roots).All(pair => pair.First.Settings.FindsTheSameAs(pair.Second.Settings)))
        {
            Use(next);
            diagnostics.Refresh();
            return;
        }

        session.SetSameConfigurations(Create(next));
        if (!next.Zip(roots).All(pair => pair.First.Settings.ShowsTheSameAs(pair.Second.Settings)))
        {
            diagnostics.RefreshDecorations(session.Current.Client);
        }
    }

    private void Use(ImmutableArray<WorkspaceRoot> roots) => session.SetConfigurations(Create(roots));

    private ConfigurationsInForce Create(ImmutableArray<WorkspaceRoot> roots) => new(roots, session.Current.Configurations, problems.Report, dataFiles.NoteFolder);

    /// <summary>A configuration with errors is told before the first file is opened.</summary>
    private void LookAtFolders()
    {
        var configurations = session.Current.Configurations;
        foreach (var folder in configurations.Folders)
        {
            configurations.For(Path.Combine(folder.Path, "pyproject.toml"));
        }
    }

    /// <summary>Names in the settings that neither LeakLens nor any configuration knows.</summary>
    private void TellUnknownRules()
    {
        var configurations = session.Current.Configurations;
        var catalogues = configurations.Catalogues.ToList();
        foreach (var (key, name) in configurations.Roots.SelectMany(static root => root.Settings.Layer.OpenNames).Distinct())
        {
            if (catalogues.TrueForAll(catalogue => RuleSelector.Find(name, catalogue) is null))
            {
                log.Warn($"{EditorSettings.Section}.{key}: {RuleSelector.DescribeUnknown(name, catalogues[^1])}");
            }
        }
    }

    private static WorkspaceRoot? Create(string uri, EditorSettings settings) =>
        DocumentPath.Of(uri) is { } path ? new WorkspaceRoot(Path.TrimEndingDirectorySeparator(path), uri, settings) : null;
}
