using System.Collections.Immutable;
using LeakLens.Server.Lsp.Configuration;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>All that the session knows at one moment. Immutable: whoever holds one sees the same texts for as long as it likes.</summary>
internal sealed record SessionSnapshot(
    ClientFeatures Client,
    ConfigurationsInForce Configurations,
    bool IsTracing,
    ImmutableDictionary<string, Document> Documents,
    ImmutableDictionary<string, ConfigurationDocument> ConfigurationDocuments,
    ImmutableDictionary<string, Notebook> Notebooks)
{
    /// <summary>An open Python document; null for any other.</summary>
    public Document? Find(string uri) => Documents.GetValueOrDefault(uri);

    public ConfigurationDocument? FindConfiguration(string uri) => ConfigurationDocuments.GetValueOrDefault(uri);

    /// <summary>Whether the editor shows the file, and so knows more of it than the disk does.</summary>
    public bool IsOpen(string fullPath) =>
        Documents.Values.Any(document => string.Equals(document.Path, fullPath, StringComparison.Ordinal))
        || ConfigurationDocuments.Values.Any(document => string.Equals(document.Path, fullPath, StringComparison.Ordinal));
}
