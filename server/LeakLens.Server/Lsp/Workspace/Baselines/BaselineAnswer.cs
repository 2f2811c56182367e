using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Workspace.Baselines;

/// <summary>What became of a baseline.</summary>
/// <param name="Folder">Full path of the folder whose findings it forgives.</param>
/// <param name="File">Relative to that folder, with forward slashes.</param>
internal sealed record BaselineAnswer(string Folder, string File, string Summary) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("folder", Folder);
        json.Field("file", File);
        json.Field("summary", Summary);
        json.WriteEndObject();
    }
}
