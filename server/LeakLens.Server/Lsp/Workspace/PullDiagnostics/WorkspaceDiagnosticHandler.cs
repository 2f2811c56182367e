using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Workspace.PullDiagnostics;

/// <summary>
/// The diagnostics of files that are not open. Only what is new to the client is told; as long as nothing is, the request stays open, so
/// that a client that asks again and again costs nothing. What comes while it is open streams as partial results.
/// </summary>
internal sealed class WorkspaceDiagnosticHandler(Session session, BackgroundDiagnostics background, MessageSender sender) : IRequestHandler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>
{
    /// <summary>So much of what comes one after the other is told together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>As long as more comes within this time the answer is left open, and its parts are streamed.</summary>
    private static readonly TimeSpan Stream = TimeSpan.FromSeconds(1);

    public async Task<WorkspaceDiagnosticReport?> Handle(WorkspaceDiagnosticParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        var known = request.PreviousResultIds.ToDictionary(previous => PathOf(previous.Uri), previous => previous.Value, StringComparer.Ordinal);
        var told = false;
        while (true)
        {
            var (files, changed) = background.Read();
            var items = Compare(files, known);
            if (!items.IsEmpty && request.PartialResultToken is not { } partial)
            {
                return new WorkspaceDiagnosticReport(items);
            }

            if (!items.IsEmpty)
            {
                told = true;
                sender.Send(new OutgoingNotification(Methods.Progress, new PartialResult(request.PartialResultToken, new WorkspaceDiagnosticReport(items))));
            }

            await Task.Delay(Breath, token);
            if (!await WaitAsync(changed, told, token))
            {
                return new WorkspaceDiagnosticReport([]);
            }
        }
    }

    /// <returns>Whether something has changed; without anything told it waits for ever.</returns>
    private static async Task<bool> WaitAsync(Task changed, bool told, CancellationToken token)
    {
        if (!told)
        {
            await changed.WaitAsync(token);
            return true;
        }

        return await Task.WhenAny(changed, Task.Delay(Stream, token)) == changed;
    }

    /// <summary>What the client does not have, and what it has and is no more; afterwards it has it.</summary>
    private ImmutableArray<IJsonWritable> Compare(ImmutableArray<FileDiagnostics> files, Dictionary<string, string> known)
    {
        var items = ImmutableArray.CreateBuilder<IJsonWritable>();
        var current = session.Current;
        var gone = known.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !current.IsOpen(file.Path)))
        {
            gone.Remove(file.Path);
            var id = file.Edition.ToString(CultureInfo.InvariantCulture);
            if (!known.TryGetValue(file.Path, out var had) || !string.Equals(had, id, StringComparison.Ordinal))
            {
                known[file.Path] = id;
                items.Add(new WorkspaceFullDocumentDiagnosticReport(DocumentPath.ToUri(file.Path), Version: null, id, file.Diagnostics));
            }
        }

        foreach (var path in gone.Where(path => !current.IsOpen(path)))
        {
            known.Remove(path);
            items.Add(new WorkspaceFullDocumentDiagnosticReport(DocumentPath.ToUri(path), Version: null, ResultId: null, []));
        }

        return items.ToImmutable();
    }

    private static string PathOf(string uri) => DocumentPath.Of(uri) ?? uri;
}
