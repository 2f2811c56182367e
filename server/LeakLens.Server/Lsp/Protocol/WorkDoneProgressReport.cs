using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkDoneProgressReport(bool Cancellable, string? Message, int? Percentage) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", "report");
        json.Field("cancellable", Cancellable);
        json.Field("message", Message);
        json.Field("percentage", Percentage);
        json.WriteEndObject();
    }
}
