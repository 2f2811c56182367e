using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text)
{
    public static TextDocumentItem Read(JsonFields json) => new(json.GetText("uri"), json.GetText("languageId"), json.GetNumber("version"), json.GetText("text"));
}
