using System.Collections.Immutable;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

/// <summary>
/// What is known of files that are not open: configuration files with errors, and what a scan has found. While a file is open its own
/// diagnostics are shown instead, and these wait. A client that asks for the diagnostics of the workspace gets them as its answer, any
/// other has them sent.
/// </summary>
internal sealed class BackgroundDiagnostics(Session session, MessageSender sender, Lock sending)
{
    private readonly Dictionary<string, FileDiagnostics> _byPath = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private long _edition;

    /// <summary>The client asks, so nothing is sent.</summary>
    public bool IsPulled { get; private set; }

    /// <summary>Replaces what is known of a file; nothing is known of a file without diagnostics.</summary>
    public void Put(string path, ImmutableArray<Diagnostic> diagnostics)
    {
        lock (sending)
        {
            ImmutableArray<Diagnostic> known = _byPath.TryGetValue(path, out var stored) ? stored.Diagnostics : [];
            if (known.SequenceEqual(diagnostics))
            {
                return;
            }

            Store(path, diagnostics);
            if (!IsPulled && !session.Current.IsOpen(path))
            {
                Send(DocumentPath.ToUri(path), diagnostics);
            }
        }
    }

    /// <summary>Everything that is known, and how to hear of the next change.</summary>
    public (ImmutableArray<FileDiagnostics> Files, Task Changed) Read()
    {
        lock (sending)
        {
            return ([.. _byPath.Values], _changed.Task);
        }
    }

    public bool Knows(string path)
    {
        lock (sending)
        {
            return _byPath.ContainsKey(path);
        }
    }

    /// <summary>The files of which something is known.</summary>
    public ImmutableArray<string> Paths()
    {
        lock (sending)
        {
            return [.. _byPath.Keys];
        }
    }

    /// <summary>An open document shows its own; those of a notebook stand at its cells, and so replace nothing by themselves.</summary>
    public void HideFor(string uri, string? path, bool isNotebook = false)
    {
        lock (sending)
        {
            if (path is not null && !IsPulled && (isNotebook || session.Current.Client.PullsDiagnostics) && _byPath.ContainsKey(path))
            {
                Send(uri, []);
            }
        }
    }

    /// <summary>A document that was closed shows what is known of its file, which may be nothing.</summary>
    public void ShowFor(string uri, string? path)
    {
        lock (sending)
        {
            var known = path is not null && _byPath.TryGetValue(path, out var stored) ? stored.Diagnostics : [];
            if (!IsPulled && !(known.IsEmpty && session.Current.Client.PullsDiagnostics))
            {
                Send(uri, known);
            }
            else
            {
                Signal();
            }
        }
    }

    /// <summary>Changes the way: what was sent is taken back, or what is known is sent.</summary>
    public void SetPulled(bool isPulled)
    {
        lock (sending)
        {
            if (IsPulled == isPulled)
            {
                return;
            }

            IsPulled = isPulled;
            foreach (var file in _byPath.Values.Where(file => !session.Current.IsOpen(file.Path)))
            {
                Send(DocumentPath.ToUri(file.Path), isPulled ? [] : file.Diagnostics);
            }
        }
    }

    private void Store(string path, ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsEmpty)
        {
            _byPath.Remove(path);
        }
        else
        {
            _byPath[path] = new FileDiagnostics(path, ++_edition, diagnostics);
        }

        Signal();
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private void Send(string uri, ImmutableArray<Diagnostic> diagnostics) =>
        sender.Send(new OutgoingNotification(Methods.PublishDiagnostics, new PublishDiagnosticsParams(uri, Version: null, diagnostics)));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
