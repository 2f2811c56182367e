using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>The prose of the rules' own pages.</summary>
internal sealed class CatalogueDocumentation : IRuleDocumentation
{
    public string GetSummary(RuleDescriptor rule) => RuleCatalogue.BuiltIn.GetPage(rule).GetSection("What it does");
}
