using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// What changes while the server runs. Writers come one after the other; everyone else takes <see cref="Current"/> and works on that.
/// </summary>
internal sealed class Session(Func<SourceText, AnalysisOptions, CancellationToken, AnalysisResult> analyze)
{
    private readonly Lock _gate = new();
    private SessionSnapshot _current = new(
        ClientFeatures.None,
        new ConfigurationsInForce([WorkspaceRoot.Window], before: null, static _ => { }),
        IsTracing: false,
        ImmutableDictionary.Create<string, Document>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ConfigurationDocument>(StringComparer.Ordinal));

    public SessionSnapshot Current => Volatile.Read(ref _current);

    public void SetClient(ClientFeatures client) => Write(current => current with { Client = client });

    /// <param name="trace">One of <see cref="TraceValue"/>; null is off.</param>
    public void SetTrace(string? trace) => Write(current => current with { IsTracing = trace is TraceValue.Messages or TraceValue.Verbose });

    /// <summary>Another configuration: every open document is analysed anew.</summary>
    public void SetConfigurations(ConfigurationsInForce configurations) => Write(current =>
    {
        var next = current with { Configurations = configurations };
        return next with { Documents = current.Documents.ToImmutableDictionary(pair => pair.Key, pair => Renew(next, pair.Value), StringComparer.Ordinal) };
    });

    public Document Open(string uri, int version, string text) => Put(current => Create(current, uri, version, SourceText.From(text), current.Find(uri)));

    /// <summary>The document after the edits; null when it is not open, or has a newer version.</summary>
    public Document? Change(string uri, int version, ImmutableArray<TextDocumentContentChangeEvent> changes) => Current.Find(uri) is { } older && version >= older.Version
        ? Put(current => Create(current, uri, version, ContentChanges.Apply(older.Text, changes, current.Client.PositionUnit), current.Find(uri)))
        : null;

    /// <summary>The same text, to be analysed once more.</summary>
    public Document Restart(Document document) => Put(current => Renew(current, document));

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
        older?.Analysis.Supersede();
        var configurations = snapshot.Configurations;
        var options = new Lazy<AnalysisOptions>(() => configurations.OptionsFor(uri, text));
        var analysis = new DocumentAnalysis(token => analyze(text, options.Value, token), older?.Analysis);
        return new Document(uri, version, text, analysis) { Options = options, Fixes = new DocumentFixes(options, analysis.Superseded) };
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
