using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>Shows what is wrong with the configuration files on the disk, in those files, until it is right again.</summary>
internal sealed class ConfigurationProblems(Session session, BackgroundDiagnostics background)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    public void Report(ConfigurationException exception)
    {
        foreach (var errors in exception.Errors.GroupBy(static error => error.File, StringComparer.Ordinal))
        {
            if (ModelFile.IsNamedSo(errors.Key))
            {
                Show(errors.Key, [.. errors]);
            }
            else
            {
                Check(errors.Key);
            }
        }
    }

    /// <summary>Looks once more at everything that was wrong.</summary>
    public void CheckAll()
    {
        string[] files;
        lock (_gate)
        {
            files = [.. _wrong];
        }

        foreach (var file in files)
        {
            // Whether models are right is known once all of them were read again: whoever asks for the configuration has that done.
            if (ModelFile.IsNamedSo(file))
            {
                Show(file, []);
            }
            else
            {
                Check(file);
            }
        }
    }

    public bool IsWrong(string file)
    {
        lock (_gate)
        {
            return _wrong.Contains(file);
        }
    }

    public void Check(string file) => Put(file, TryRead(file) is { } text ? ConfigurationDiagnostics.Of(file, text, session.Current.Client.PositionUnit) : []);

    private void Show(string file, ImmutableArray<ConfigurationError> errors) =>
        Put(file, !errors.IsEmpty && TryRead(file) is { } text ? ConfigurationDiagnostics.Of(errors, text, session.Current.Client.PositionUnit) : []);

    private void Put(string file, ImmutableArray<Diagnostic> diagnostics)
    {
        lock (_gate)
        {
            _ = diagnostics.IsEmpty ? _wrong.Remove(file) : _wrong.Add(file);
        }

        background.Put(file, diagnostics);
    }

    private static SourceText? TryRead(string file)
    {
        try
        {
            return File.Exists(file) ? DocumentLoader.Decode(DocumentLoader.ReadBytes(new ScanSource(file, file, IsNamed: false))) : null;
        }
        catch (DocumentException)
        {
            // It has no place that an editor could show; the scan says so.
            return null;
        }
    }
}
