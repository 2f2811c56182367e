using LeakLens.Engine.Rules;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>The prose of rules, as far as a hover shows it.</summary>
internal interface IRuleDocumentation
{
    /// <summary>Markdown: what the rule does, in a few sentences.</summary>
    string GetSummary(RuleDescriptor rule);
}
