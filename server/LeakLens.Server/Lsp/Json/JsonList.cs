using System.Collections.Immutable;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Json;

/// <summary>A list as the whole answer.</summary>
internal sealed record JsonList<T>(ImmutableArray<T> Items) : IJsonWritable
    where T : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
        {
            item.Write(json);
        }

        json.WriteEndArray();
    }
}
