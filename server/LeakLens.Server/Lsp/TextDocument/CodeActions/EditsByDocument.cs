using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.Protocol;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>Edits for a client that knows no versions of documents.</summary>
internal sealed record EditsByDocument(ImmutableArray<TextDocumentEdit> Documents) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var document in Documents)
        {
            json.Field(document.TextDocument.Uri, document.Edits);
        }

        json.WriteEndObject();
    }
}
