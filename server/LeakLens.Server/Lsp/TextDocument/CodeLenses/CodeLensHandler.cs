using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp.TextDocument.CodeLenses;

/// <summary>A line above each function and loop that grows something: how much it holds; and above what runs hidden code: where to read it.</summary>
internal sealed class CodeLensHandler(Session session) : IRequestHandler<CodeLensParams, JsonList<CodeLens>>
{
    public async Task<JsonList<CodeLens>?> Handle(CodeLensParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        if (snapshot.Find(request.TextDocument.Uri) is not { } asked
            || !snapshot.Configurations.RootOf(asked.Path).Settings.ShowsLenses
            || await NewestResult.FindAsync(session, asked, token) is not var (document, result))
        {
            return new JsonList<CodeLens>([]);
        }

        var lenses = Group(document, result).OrderBy(entry => entry.Key.Start).Select(entry => Write(document, entry.Key, entry.Value, snapshot.Client));
        return new JsonList<CodeLens>([.. lenses.Concat(PayloadsOf(document, result, snapshot.Client))]);
    }

    /// <summary>The way to the document of the code that a place runs. Others than ours cannot open it from here.</summary>
    private static IEnumerable<CodeLens> PayloadsOf(Document document, AnalysisResult result, ClientFeatures client)
    {
        if (!client.HasCommands || !client.RefreshesContent)
        {
            yield break;
        }

        foreach (var payload in result.Payloads.Where(payload => document.Holds(payload.Place)).OrderBy(static payload => payload.Place.Start))
        {
            var range = document.Locate(payload.Place, client.PositionUnit).Range;
            var uri = ContentUri.ForPayload(document.Uri, range.Start.Line + 1, payload.Place.Start);
            yield return new CodeLens(range, new CommandLink(LensText.Of(payload), "leaklens.showPayload", uri, new Position(0, 0)));
        }
    }

    /// <summary>The statements that grow something, each with what was found in it.</summary>
    private static Dictionary<Statement, List<Finding>> Group(Document document, AnalysisResult result)
    {
        var groups = new Dictionary<Statement, List<Finding>>(ReferenceEqualityComparer.Instance);
        foreach (var finding in result.Findings.Where(finding => finding.Estimate is not null && document.Holds(finding.Span)))
        {
            foreach (var statement in HoldersOf(SyntaxPath.Find(result.Tree.Root, finding.Span.Start)))
            {
                if (!groups.TryGetValue(statement, out var findings))
                {
                    groups.Add(statement, findings = []);
                }

                findings.Add(finding);
            }
        }

        return groups;
    }

    /// <summary>The innermost function, and the outermost loop in it: more lines would tell the same.</summary>
    private static IEnumerable<Statement> HoldersOf(ImmutableArray<SyntaxNode> path)
    {
        var function = path.LastOrDefault(node => node is FunctionDef);
        if (function is Statement definition)
        {
            yield return definition;
        }

        if (path.FirstOrDefault(node => node is For or While && (function is null || node.Start > function.Start)) is Statement loop)
        {
            yield return loop;
        }
    }

    private static CodeLens Write(Document document, Statement statement, List<Finding> findings, ClientFeatures client)
    {
        var location = document.Locate(new Python.Text.TextSpan(statement.Start, 0), client.PositionUnit);
        var place = document.Locate(findings[0].Span, client.PositionUnit);
        var command = client.HasCommands ? "leaklens.showLeakPath" : "";
        return new CodeLens(location.Range, new CommandLink(LensText.Of(findings), command, place.Uri, place.Range.Start));
    }
}
