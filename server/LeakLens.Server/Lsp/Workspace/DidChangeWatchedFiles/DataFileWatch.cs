using System.Collections.Immutable;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Server.Lsp.Workspace.DidChangeWatchedFiles;

/// <summary>
/// The data files that programs read: what is said about a program depends on them, so the client is asked to watch those, and no others. Files of a folder
/// go by their names, since a program may find one of several.
/// </summary>
internal sealed class DataFileWatch(Session session, ClientRequests client, DiagnosticsPublisher diagnostics)
{
    private const string Id = Methods.DidChangeWatchedFiles + "/dataFiles";
    private const int MostNames = 200;
    private const int MostPrograms = 2_000;

    private readonly Lock _gate = new();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>By the data file: the programs of the disk that read it.</summary>
    private readonly Dictionary<string, HashSet<string>> _readers = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;
    private int _registered;

    /// <summary>A configuration takes library models or rules from a folder: they are watched like itself.</summary>
    /// <param name="pattern">For their files, from the folder.</param>
    public void NoteFolder(string folder, string pattern) => WatchNames([$"{Escape(Path.GetFileName(folder))}/{pattern}"]);

    /// <summary>A document was analysed: what it read is watched from now on.</summary>
    public void Note(WorkspaceFiles files) => Watch([.. files.PlacesOf(files.Asked)]);

    /// <summary>A scan has analysed a program of the disk.</summary>
    public void Note(string program, IEnumerable<string> read)
    {
        ImmutableArray<string> places = [.. read];
        lock (_gate)
        {
            foreach (var place in places)
            {
                if (_readers.TryGetValue(place, out var readers) || (_readers.Count < MostPrograms && _readers.TryAdd(place, readers = new HashSet<string>(StringComparer.Ordinal))))
                {
                    _ = readers.Count < MostPrograms && readers.Add(program);
                }
            }
        }

        Watch(places);
    }

    /// <summary>Files have changed: open programs that read them are analysed anew. Gives those of the disk that do.</summary>
    public ImmutableArray<string> Follow(IReadOnlyCollection<string> paths)
    {
        var changed = paths.ToHashSet(StringComparer.Ordinal);
        var isAny = false;
        foreach (var document in session.Current.Documents.Values)
        {
            if (document.Analysis.ResultSoFar is not null && document.Options is { IsValueCreated: true, Value.Files: WorkspaceFiles files } && files.PlacesOf(files.Asked).Any(changed.Contains))
            {
                session.Restart(document);
                isAny = true;
            }
        }

        if (isAny)
        {
            diagnostics.Refresh();
        }

        lock (_gate)
        {
            return [.. paths.SelectMany(path => _readers.TryGetValue(path, out var readers) ? readers : []).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Python files are watched anyway.</summary>
    private void Watch(ImmutableArray<string> places) => WatchNames([.. places.Where(static place => !PythonFiles.HasPythonName(place)).Select(static place => Escape(Path.GetFileName(place)))]);

    private void WatchNames(ImmutableArray<string> names)
    {
        if (names.IsEmpty || !session.Current.Client.WatchesFiles)
        {
            return;
        }

        lock (_gate)
        {
            var before = _names.Count;
            foreach (var name in names)
            {
                _ = _names.Count < MostNames && _names.Add(name);
            }

            if (_names.Count > before)
            {
                _last = RegisterAfterAsync(_last);
            }
        }
    }

    private async Task RegisterAfterAsync(Task earlier)
    {
        await earlier;
        ImmutableArray<Protocol.FileSystemWatcher> watchers;
        lock (_gate)
        {
            if (_names.Count == _registered)
            {
                return;
            }

            watchers = [.. _names.Select(static name => new Protocol.FileSystemWatcher("**/" + name))];
        }

        if (_registered > 0)
        {
            await client.AskAsync(Methods.UnregisterCapability, new UnregistrationParams([new Unregistration(Id, Methods.DidChangeWatchedFiles)]));
        }

        _registered = watchers.Length;
        await client.AskAsync(Methods.RegisterCapability, new RegistrationParams([new Registration(Id, Methods.DidChangeWatchedFiles, new DidChangeWatchedFilesRegistrationOptions(watchers))]));
    }

    /// <summary>A name that a program wrote is no pattern.</summary>
    private static string Escape(string name) => string.Concat(name.Select(static unit => unit is '*' or '?' or '[' or ']' or '{' or '}' or ',' or '!' ? "?" : unit.ToString()));
}
