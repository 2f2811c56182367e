using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CreateFileOptions(bool IgnoreIfExists) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("ignoreIfExists", IgnoreIfExists);
        json.WriteEndObject();
    }
}
