using System.Collections.Immutable;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>All that the session knows at one moment. Immutable: whoever holds one sees the same texts for as long as it likes.</summary>
internal sealed record SessionSnapshot(ClientFeatures Client, bool IsTracing, ImmutableDictionary<string, Document> Documents)
{
    /// <summary>An open Python document; null for any other.</summary>
    public Document? Find(string uri) => Documents.GetValueOrDefault(uri);
}
