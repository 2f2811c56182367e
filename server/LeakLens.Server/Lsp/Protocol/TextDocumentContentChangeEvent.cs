using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

/// <summary>Without a range the text replaces the whole document.</summary>
internal sealed record TextDocumentContentChangeEvent(Range? Range, string Text)
{
    public static TextDocumentContentChangeEvent Read(JsonFields json) => new(json.Find("range", Range.Read), json.GetText("text"));
}
