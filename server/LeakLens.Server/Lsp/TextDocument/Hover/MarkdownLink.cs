using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>Links of a hover. They lead to lines of files that the editor has open, and nowhere else.</summary>
internal static class MarkdownLink
{
    /// <summary>Null where a link would not be followed: only files have lines for an editor.</summary>
    public static string? To(Location location)
    {
        var (line, character) = (location.Range.Start.Line + 1, location.Range.Start.Character + 1);
        return location.Uri.StartsWith("file:///", StringComparison.Ordinal)
            ? FormattableString.Invariant($"[line {line}]({Escape(location.Uri)}#L{line},{character})")
            : FormattableString.Invariant($"line {line}");
    }

    /// <summary>The address, so that no letter of it ends the link early.</summary>
    public static string Escape(string uri) => uri
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("\n", "", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal);
}
