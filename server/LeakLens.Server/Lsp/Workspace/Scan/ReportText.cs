using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>A report as a text.</summary>
/// <param name="Folders">What the paths in it begin with, and the folder that this stands for.</param>
internal sealed record ReportText(string Text, ImmutableArray<(string Prefix, string Folder)> Folders) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("text", Text);
        json.WritePropertyName("folders");
        json.WriteStartArray();
        foreach (var (prefix, folder) in Folders)
        {
            json.WriteStartObject();
            json.Field("prefix", prefix);
            json.Field("folder", folder);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
