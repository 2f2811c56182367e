using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Suppressions;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>Makes the edit of an action that was offered without one.</summary>
internal static class ActionEdits
{
    /// <summary>What a snippet suggests as the reason, to be written over.</summary>
    private const string Reason = "reason";

    /// <summary>Null when there is nothing to change.</summary>
    /// <exception cref="RpcException">The document is another meanwhile.</exception>
    public static async Task<WorkspaceEdit?> FindAsync(ActionData data, SessionSnapshot snapshot, CancellationToken token)
    {
        if (snapshot.Find(data.Uri) is not { } document || document.Version != data.Version)
        {
            throw new RpcException(ErrorCode.ContentModified, "The document has changed since.");
        }

        var result = await document.Analysis.GetResultAsync(token);
        if (data.Task is ActionData.FixAll or ActionData.FixAllUnsafe)
        {
            return FixAll.Find(document, result, data.RuleId, data.Task is ActionData.FixAllUnsafe, snapshot, token);
        }

        var finding = result.Findings.FirstOrDefault(finding => finding.Span.Start == data.Offset && string.Equals(finding.Rule.Id, data.RuleId, StringComparison.Ordinal));
        return finding is null ? null : Accept(data.Task, new ActionScene(document, result, finding, snapshot));
    }

    private static WorkspaceEdit? Accept(string task, ActionScene scene)
    {
        var client = scene.Snapshot.Client;
        if (task is ActionData.IgnoreInProject)
        {
            return ProjectEdit.Ignore(scene);
        }

        var writer = new SuppressionWriter(scene.Result.Tree, scene.Document.Options.Value.Rules, client.SnippetEdits ? Reason : null, scene.Document.Options.Value.Language);
        var edit = task is ActionData.IgnoreHere ? writer.AcceptHere(scene.Finding) : writer.AcceptInFile(scene.Finding);
        return edit is null ? null : EditWriter.Write(scene.Document, [edit], client);
    }
}
