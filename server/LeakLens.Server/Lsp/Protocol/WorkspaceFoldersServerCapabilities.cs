using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceFoldersServerCapabilities(bool Supported, bool ChangeNotifications) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("supported", Supported);
        json.Field("changeNotifications", ChangeNotifications);
        json.WriteEndObject();
    }
}
