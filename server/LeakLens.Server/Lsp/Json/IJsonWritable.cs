using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Json;

/// <summary>
/// Writes itself as one JSON value. Names are spelled out by hand: a serializer that finds them by reflection would cost
/// a cold start more than everything else the server does, and would not survive trimming.
/// </summary>
internal interface IJsonWritable
{
    void Write(JsonWriter json);
}
