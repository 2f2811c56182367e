using LeakLens.Engine.Rules;
using LeakLens.Server.Lsp.Documentation;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>Pages that are nowhere: a test leaves no files behind.</summary>
internal sealed class PlainDocumentation : IRuleDocumentation
{
    public const string Summary = "What the rule is about.";

    public string GetSummary(RuleDescriptor rule) => Summary;

    public string? FindPageUri(RuleDescriptor rule) => $"file:///pages/{rule.Id}";
}
