using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DiagnosticOptions(string Identifier, bool InterFileDependencies, bool WorkspaceDiagnostics) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("identifier", Identifier);
        json.Field("interFileDependencies", InterFileDependencies);
        json.Field("workspaceDiagnostics", WorkspaceDiagnostics);
        json.WriteEndObject();
    }
}
