using LeakLens.Engine.Rules;

namespace LeakLens.Server.Lsp.Documentation;

/// <summary>The prose of rules, as far as an editor shows it.</summary>
internal interface IRuleDocumentation
{
    /// <summary>Markdown: what the rule does, in a few sentences.</summary>
    string GetSummary(RuleDescriptor rule);

    /// <summary>Where the editor finds the rule's whole page; null when there is no such place.</summary>
    string? FindPageUri(RuleDescriptor rule);
}
