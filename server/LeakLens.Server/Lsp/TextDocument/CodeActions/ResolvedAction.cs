using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.Protocol;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>An action as the client knows it, with its edit.</summary>
internal sealed record ResolvedAction(JObject Action, WorkspaceEdit? Edit) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var property in Action.Properties().Where(property => property.Name is not "edit"))
        {
            property.WriteTo(json);
        }

        json.Field("edit", Edit);
        json.WriteEndObject();
    }
}
