using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>Edits of the engine as the client takes them: of one version if it can, with places to fill in if it can.</summary>
internal static class EditWriter
{
    public static WorkspaceEdit Write(Document document, ImmutableArray<Engine.Findings.TextEdit> edits, ClientFeatures client)
    {
        var documents = ImmutableArray.CreateBuilder<TextDocumentEdit>();
        foreach (var group in edits.GroupBy(edit => document.Locate(edit.Span, client.PositionUnit).Uri, StringComparer.Ordinal))
        {
            var written = group.Select(edit => Write(document.Locate(edit.Span, client.PositionUnit).Range, edit, client));
            documents.Add(new TextDocumentEdit(new OptionalVersionedTextDocumentIdentifier(group.Key, document.Version), [.. written]));
        }

        return Write(documents.ToImmutable(), client);
    }

    public static WorkspaceEdit Write(ImmutableArray<TextDocumentEdit> documents, ClientFeatures client) =>
        client.DocumentChanges ? new WorkspaceEdit([.. documents], Changes: null) : new WorkspaceEdit(DocumentChanges: default, new EditsByDocument(documents));

    private static IJsonWritable Write(Protocol.Range range, Engine.Findings.TextEdit edit, ClientFeatures client)
    {
        // A snippet of several lines would be indented once more.
        var isSnippet = client.SnippetEdits && edit.Placeholder is not null && !edit.NewText.AsSpan().TrimEnd("\r\n").ContainsAny('\n', '\r');
        return isSnippet ? new SnippetTextEdit(range, new StringValue("snippet", ToSnippet(edit))) : new Protocol.TextEdit(range, edit.NewText);
    }

    private static string ToSnippet(Engine.Findings.TextEdit edit)
    {
        var (start, end) = edit.Placeholder is { } placeholder ? (placeholder.Start, placeholder.End) : (0, 0);
        return $"{Escape(edit.NewText[..start])}${{1:{Escape(edit.NewText[start..end])}}}{Escape(edit.NewText[end..])}";
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);
}
