using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkDoneProgressBegin(string Title, bool Cancellable, string? Message, int? Percentage) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", "begin");
        json.Field("title", Title);
        json.Field("cancellable", Cancellable);
        json.Field("message", Message);
        json.Field("percentage", Percentage);
        json.WriteEndObject();
    }
}
