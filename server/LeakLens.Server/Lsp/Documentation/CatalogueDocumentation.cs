using System.Collections.Concurrent;
using LeakLens.Engine.Rules;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Lsp.Documentation;

/// <summary>
/// The pages of rules. Those of built-in ones are inside the executable, where no editor can open them: the first time that a
/// rule is found its page is laid out as a file in the user's cache folder, so that the link works without a network.
/// </summary>
/// <param name="folder">Where pages are laid out; null for nowhere.</param>
internal sealed class CatalogueDocumentation(string? folder) : IRuleDocumentation
{
    private readonly ConcurrentDictionary<string, string?> _uris = new(StringComparer.Ordinal);

    public string GetSummary(RuleDescriptor rule) => RuleCatalogue.PageOf(rule).GetSection("What it does");

    /// <summary>A rule of a project's own has a file that the editor can open.</summary>
    public string? FindPageUri(RuleDescriptor rule) => rule.Contract is { } contract ? DocumentPath.ToUri(contract.Source) : folder is null ? null : _uris.GetOrAdd(rule.Id, _ => TryLayOut(folder, rule));

    private static string? TryLayOut(string folder, RuleDescriptor rule)
    {
        try
        {
            var file = Path.Combine(folder, $"{rule.Id}-{rule.Name}.md");
            LayOut(file, RuleCatalogue.PageOf(rule).Markdown);
            return new Uri(file).AbsoluteUri;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Several servers may do this at the same time; a page is there whole or not at all.</summary>
    private static void LayOut(string file, string page)
    {
        if (File.Exists(file) && string.Equals(File.ReadAllText(file), page, StringComparison.Ordinal))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
        var unfinished = $"{file}.{Environment.ProcessId}";
        File.WriteAllText(unfinished, page);
        File.Move(unfinished, file, overwrite: true);
    }
}
