using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>
/// What can be done about the findings at a place: the fixes that were proved, and the ways to accept a finding. A client that only wants to
/// know whether there is anything is answered at once with what is known by then; a user who asks waits for the proof.
/// </summary>
internal sealed class CodeActionHandler(IRuleDocumentation documentation) : IRequestHandler<CodeActionParams, JsonList<CodeAction>>
{
    private const int Automatic = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(5);

    public async Task<JsonList<CodeAction>?> Handle(CodeActionParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        if (snapshot.Find(request.TextDocument.Uri) is not { } document)
        {
            return null;
        }

        if (ContentUri.Parse(document.Uri) is not null)
        {
            // What the server wrote is only read: hidden code is mended, or removed, where it is run.
            return new JsonList<CodeAction>([]);
        }

        var patience = request.Context.TriggerKind == Automatic ? Patience : LongPatience;
        if (await WaitAsync(document.Analysis.GetResultAsync(token), patience, token) is not { } result)
        {
            return new JsonList<CodeAction>([]);
        }

        var actions = new List<CodeAction>();
        if (CodeActionKinds.IsWanted(request.Context.Only, CodeActionKinds.QuickFix))
        {
            foreach (var finding in At(document, result, request, snapshot.Client))
            {
                await AddAsync(actions, new ActionScene(document, result, finding, snapshot), patience, token);
            }
        }

        if (IsAskedFor(request.Context, CodeActionKinds.FixAll) && !result.Findings.IsEmpty && document.Parts.IsDefault)
        {
            var data = new ActionData(document.Uri, document.Version, ActionData.FixAll, RuleId: null, Offset: 0);
            await AddUnresolvedAsync(actions, "LeakLens: Fix all that is safe to fix", CodeActionKinds.FixAll, default, data, snapshot, token);
        }

        return new JsonList<CodeAction>([.. actions]);
    }

    /// <summary>Source actions are shown in menus of their own, or run when a file is saved: then they are named.</summary>
    private static bool IsAskedFor(CodeActionContext context, string kind) => !context.Only.IsEmpty && CodeActionKinds.IsWanted(context.Only, kind);

    private static IEnumerable<Finding> At(Document document, AnalysisResult result, CodeActionParams request, ClientFeatures client)
    {
        var span = ProtocolConverter.ToAnalysedSpan(document, request.Range, client.PositionUnit);
        return result.Findings.Where(finding => finding.Span.Start <= span.End && span.Start <= finding.Span.End);
    }

    private async Task AddAsync(List<CodeAction> actions, ActionScene scene, TimeSpan patience, CancellationToken token)
    {
        var (document, result, finding, snapshot) = scene;
        ImmutableArray<Diagnostic> diagnostics = [ProtocolConverter.ToDiagnostic(document, finding, snapshot.Client, documentation)];
        var isFixable = snapshot.Configurations.For(document.Path).IsFixable(finding.Rule.Id);
        var fixes = isFixable ? await WaitAsync(document.Fixes.FindAsync(result, finding), patience, token) : [];
        foreach (var fix in fixes.IsDefault ? [] : fixes.Where(fix => fix.Edits.All(edit => document.CanChange(edit.Span))))
        {
            var title = $"LeakLens ({finding.Rule.Id}): {fix.Label}";
            actions.Add(new CodeAction(title, CodeActionKinds.QuickFix, diagnostics, IsPreferred: fix.Applicability is Applicability.Safe, EditWriter.Write(document, fix.Edits, snapshot.Client), Data: null));
        }

        if (document.Parts.IsDefault && !fixes.IsDefaultOrEmpty && result.Findings.Count(other => other.Rule.Id.Equals(finding.Rule.Id, StringComparison.Ordinal)) > 1)
        {
            await AddFixAllAsync(actions, scene, fixes[0].Applicability, diagnostics, token);
        }

        foreach (var (title, task) in WaysToAccept(scene))
        {
            var data = new ActionData(document.Uri, document.Version, task, finding.Rule.Id, finding.Span.Start);
            await AddUnresolvedAsync(actions, $"LeakLens ({finding.Rule.Id}): {title}", CodeActionKinds.QuickFix, diagnostics, data, snapshot, token);
        }
    }

    private static async Task AddFixAllAsync(List<CodeAction> actions, ActionScene scene, Applicability applicability, ImmutableArray<Diagnostic> diagnostics, CancellationToken token)
    {
        var (isSafe, id) = (applicability is Applicability.Safe, scene.Finding.Rule.Id);
        var data = new ActionData(scene.Document.Uri, scene.Document.Version, isSafe ? ActionData.FixAll : ActionData.FixAllUnsafe, id, Offset: 0);
        await AddUnresolvedAsync(actions, $"LeakLens ({id}): Fix all {id} in this file{(isSafe ? "" : " (needs review)")}", CodeActionKinds.QuickFix, diagnostics, data, scene.Snapshot, token);
    }

    private static IEnumerable<(string Title, string Task)> WaysToAccept(ActionScene scene)
    {
        if (scene.Finding.Rule.Family is "suppressions")
        {
            yield break;
        }

        yield return ("Ignore this here", ActionData.IgnoreHere);
        yield return ("Ignore this rule in this file", ActionData.IgnoreInFile);
        if (scene.Document.Path is not null)
        {
            yield return ("Turn this rule off in the project's configuration", ActionData.IgnoreInProject);
        }
    }

    /// <summary>A client that can ask for the edit later does; for any other it is made now.</summary>
    private static async Task AddUnresolvedAsync(List<CodeAction> actions, string title, string kind, ImmutableArray<Diagnostic> diagnostics, ActionData data, SessionSnapshot snapshot, CancellationToken token)
    {
        var action = new CodeAction(title, kind, diagnostics, IsPreferred: null, Edit: null, data);
        if (snapshot.Client.ResolvesEdits)
        {
            actions.Add(action);
        }
        else if (await ActionEdits.FindAsync(data, snapshot, token) is { } edit)
        {
            actions.Add(action with { Edit = edit, Data = null });
        }
    }

    /// <summary>The result, or nothing when it takes longer; what is under way goes on.</summary>
    private static async Task<T?> WaitAsync<T>(Task<T> work, TimeSpan patience, CancellationToken token)
    {
        if (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(patience, token)) != work)
        {
            token.ThrowIfCancellationRequested();
            return default;
        }

        return await work;
    }
}
