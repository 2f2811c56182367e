using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Workspace.DataFiles;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// What changes while the server runs. Writers come one after the other; everyone else takes <see cref="Current"/> and works on that.
/// </summary>
internal sealed class Session(Func<SourceText, AnalysisOptions, CancellationToken, AnalysisResult> analyze, int rehearsals = 0)
{
    private readonly Rehearsal _rehearsal = new(rehearsals);
    private readonly Lock _gate = new();
    private SessionSnapshot _current = new(
        ClientFeatures.None,
        new ConfigurationsInForce([WorkspaceRoot.Window], before: null, static _ => { }, static (_, _) => { }),
        IsTracing: false,
        ImmutableDictionary.Create<string, Document>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ConfigurationDocument>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Notebook>(StringComparer.Ordinal));

    /// <summary>Hears of each program that read files as it was analysed. Set once, before the first document.</summary>
    public Action<WorkspaceFiles>? Analyzed { get; set; }

    public SessionSnapshot Current => Volatile.Read(ref _current);

    public void SetClient(ClientFeatures client) => Write(current => current with { Client = client });

    /// <param name="trace">One of <see cref="TraceValue"/>; null is off.</param>
    public void SetTrace(string? trace) => Write(current => current with { IsTracing = trace is TraceValue.Messages or TraceValue.Verbose });

    /// <summary>A configuration by which the same is found: what was analysed holds.</summary>
    public void SetSameConfigurations(ConfigurationsInForce configurations) => Write(current => current with { Configurations = configurations });

    /// <summary>Another configuration: every open document is analysed anew.</summary>
    public void SetConfigurations(ConfigurationsInForce configurations) => Write(current =>
    {
        var next = current with { Configurations = configurations };
        var documents = current.Documents.Values.Where(document => document.Parts.IsDefault).Select(document => Renew(next, document));
        var cells = current.Notebooks.Values.SelectMany(notebook => CreateCells(next, notebook));
        return next with { Documents = documents.Concat(cells).ToImmutableDictionary(document => document.Uri, StringComparer.Ordinal) };
    });

    /// <summary>A notebook in a new version: its cells are analysed as one module, in their order. What it does not hold any more is closed.</summary>
    public ImmutableArray<Document> PutNotebook(Notebook notebook)
    {
        ImmutableArray<Document> cells = default;
        Write(current =>
        {
            cells = CreateCells(current, notebook);
            var documents = RemoveCells(current, notebook.Uri).AddRange(cells.Select(cell => KeyValuePair.Create(cell.Uri, cell)));
            return current with { Notebooks = current.Notebooks.SetItem(notebook.Uri, notebook), Documents = documents };
        });
        return cells;
    }

    /// <returns>The addresses of the cells that were open.</returns>
    public ImmutableArray<string> CloseNotebook(string uri)
    {
        ImmutableArray<string> closed = [.. Current.Notebooks.TryGetValue(uri, out var notebook) ? notebook.PythonCells.Select(cell => cell.Uri) : []];
        Write(current => current with { Documents = RemoveCells(current, uri), Notebooks = current.Notebooks.Remove(uri) });
        return closed;
    }

    public Document Open(string uri, int version, string text) => Put(current => Create(current, uri, version, SourceText.From(text), current.Find(uri)));

    /// <summary>The document after the edits; null when it is not open, or has a newer version.</summary>
    public Document? Change(string uri, int version, ImmutableArray<TextDocumentContentChangeEvent> changes) => Current.Find(uri) is { } older && version >= older.Version
        ? Put(current => Create(current, uri, version, ContentChanges.Apply(older.Text, changes, current.Client.PositionUnit), current.Find(uri)))
        : null;

    /// <summary>The same text, to be analysed once more.</summary>
    public Document Restart(Document document) => document.Parts.IsDefault ? Put(current => Renew(current, document)) : document;

    public void PutConfiguration(ConfigurationDocument document) =>
        Write(current => current with { ConfigurationDocuments = current.ConfigurationDocuments.SetItem(document.Uri, document) });

    /// <returns>What was open; null when nothing was.</returns>
    public Document? Close(string uri)
    {
        var document = Current.Find(uri);
        document?.Analysis.Supersede();
        Write(current => current with { Documents = current.Documents.Remove(uri) });
        return document;
    }

    /// <returns>What was open; null when nothing was.</returns>
    public ConfigurationDocument? CloseConfiguration(string uri)
    {
        var document = Current.FindConfiguration(uri);
        Write(current => current with { ConfigurationDocuments = current.ConfigurationDocuments.Remove(uri) });
        return document;
    }

    /// <summary>Ends all analyses; nothing more is published.</summary>
    public void CloseAll() => Write(current =>
    {
        foreach (var document in current.Documents.Values)
        {
            document.Analysis.Supersede();
        }

        return current with { Documents = current.Documents.Clear() };
    });

    private Document Renew(SessionSnapshot snapshot, Document document) => Create(snapshot, document.Uri, document.Version, document.Text, document);

    private Document Create(SessionSnapshot snapshot, string uri, int version, SourceText text, Document? older)
    {
        var (analysis, options) = Start(snapshot, uri, text, older);
        return new Document(uri, version, text, analysis) { Options = options, Fixes = new DocumentFixes(options, analysis.Superseded) };
    }

    private ImmutableArray<Document> CreateCells(SessionSnapshot snapshot, Notebook notebook)
    {
        var text = notebook.ToModule(out var parts);
        var older = snapshot.Notebooks.TryGetValue(notebook.Uri, out var before) ? before.PythonCells.Select(cell => snapshot.Find(cell.Uri)).FirstOrDefault(cell => cell is not null) : null;
        var (analysis, options) = Start(snapshot, notebook.Uri, text, older);
        var fixes = new DocumentFixes(options, analysis.Superseded);
        return [.. parts.Select((part, index) => new Document(part.Uri, notebook.PythonCells[index].Version, part.Text, analysis)
        {
            Options = options,
            Fixes = fixes,
            Path = DocumentPath.Of(notebook.Uri),
            Parts = parts,
            Start = part.Start,
        })];
    }

    /// <summary>Calls the older version off, and has the new one analysed when somebody asks.</summary>
    private (DocumentAnalysis Analysis, Lazy<AnalysisOptions> Options) Start(SessionSnapshot snapshot, string uri, SourceText text, Document? older)
    {
        older?.Analysis.Supersede();
        var configurations = snapshot.Configurations;
        var options = new Lazy<AnalysisOptions>(() => configurations.OptionsFor(uri, text));
        return (new DocumentAnalysis(token => configurations.Forgive(uri, Analyze(text, options.Value, token)), older?.Analysis, Rehearse), options);

        Task Rehearse(CancellationToken token) => _rehearsal.RunAsync(again => analyze(text, configurations.OptionsFor(uri, text), again), token);
    }

    private AnalysisResult Analyze(SourceText text, AnalysisOptions options, CancellationToken token)
    {
        var result = analyze(text, options, token);
        if (options.Files is WorkspaceFiles { Asked.Count: > 0 } files)
        {
            Analyzed?.Invoke(files);
        }

        return result;
    }

    private static ImmutableDictionary<string, Document> RemoveCells(SessionSnapshot snapshot, string notebook)
    {
        if (!snapshot.Notebooks.TryGetValue(notebook, out var before))
        {
            return snapshot.Documents;
        }

        foreach (var cell in before.PythonCells)
        {
            snapshot.Find(cell.Uri)?.Analysis.Supersede();
        }

        return snapshot.Documents.RemoveRange(before.PythonCells.Select(cell => cell.Uri));
    }

    private Document Put(Func<SessionSnapshot, Document> create)
    {
        lock (_gate)
        {
            var document = create(_current);
            Volatile.Write(ref _current, _current with { Documents = _current.Documents.SetItem(document.Uri, document) });
            return document;
        }
    }

    private void Write(Func<SessionSnapshot, SessionSnapshot> change)
    {
        lock (_gate)
        {
            Volatile.Write(ref _current, change(_current));
        }
    }
}
