using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp.Extensions.Rules;

/// <summary>Answers <c>leaklens.server/rules</c>: every rule, for who wants to choose one.</summary>
internal sealed class RulesHandler : IRequestHandler<NoParams, JsonList<RuleAnswer>>
{
    public const string Method = "leaklens.server/rules";

    public Task<JsonList<RuleAnswer>?> Handle(NoParams request, SessionSnapshot snapshot, CancellationToken token) => Task.FromResult<JsonList<RuleAnswer>?>(
        new JsonList<RuleAnswer>([.. snapshot.Configurations.Catalogues.SelectMany(static catalogue => catalogue.Rules).DistinctBy(static rule => (rule.Id, rule.Contract?.Identity)).OrderBy(static rule => rule.Id, StringComparer.Ordinal).Select(rule => new RuleAnswer(rule.Id, rule.Name, rule.Summary, ContentUri.ForRule(rule)))]));
}
