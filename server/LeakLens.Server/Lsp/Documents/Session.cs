using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// What changes while the server runs. Only the message loop writes, one message at a time; everyone else takes
/// <see cref="Current"/> and works on that.
/// </summary>
internal sealed class Session(Func<SourceText, CancellationToken, AnalysisResult> analyze)
{
    private static readonly SessionSnapshot Empty = new(ClientFeatures.None, IsTracing: false, ImmutableDictionary.Create<string, Document>(StringComparer.Ordinal));

    private SessionSnapshot _current = Empty;

    public SessionSnapshot Current => Volatile.Read(ref _current);

    public void SetClient(ClientFeatures client) => Write(_current with { Client = client });

    /// <param name="trace">One of <see cref="TraceValue"/>; null is off.</param>
    public void SetTrace(string? trace) => Write(_current with { IsTracing = trace is TraceValue.Messages or TraceValue.Verbose });

    public Document Open(string uri, int version, string text)
    {
        var source = SourceText.From(text);
        var older = _current.Find(uri);
        older?.Analysis.Supersede();
        return Put(new Document(uri, version, source, new DocumentAnalysis(source, analyze, older?.Analysis)));
    }

    /// <summary>The document after the edits; null when it is not open.</summary>
    public Document? Change(string uri, int version, ImmutableArray<TextDocumentContentChangeEvent> changes)
    {
        if (_current.Find(uri) is not { } older)
        {
            return null;
        }

        var text = ContentChanges.Apply(older.Text, changes, _current.Client.PositionUnit);
        older.Analysis.Supersede();
        return Put(new Document(uri, version, text, new DocumentAnalysis(text, analyze, older.Analysis)));
    }

    /// <returns>Whether it was open.</returns>
    public bool Close(string uri)
    {
        if (_current.Find(uri) is not { } document)
        {
            return false;
        }

        document.Analysis.Supersede();
        Write(_current with { Documents = _current.Documents.Remove(uri) });
        return true;
    }

    /// <summary>Ends all analyses; nothing more is published.</summary>
    public void CloseAll()
    {
        foreach (var document in _current.Documents.Values)
        {
            document.Analysis.Supersede();
        }

        Write(_current with { Documents = _current.Documents.Clear() });
    }

    private Document Put(Document document)
    {
        Write(_current with { Documents = _current.Documents.SetItem(document.Uri, document) });
        return document;
    }

    private void Write(SessionSnapshot next) => Volatile.Write(ref _current, next);
}
