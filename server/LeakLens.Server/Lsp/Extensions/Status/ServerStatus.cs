using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Extensions.Status;

/// <summary>What the server says of itself when somebody looks for the reason of slowness or size.</summary>
/// <param name="ResidentBytes">Memory of the process as the system counts it.</param>
/// <param name="ManagedBytes">Memory of live objects and of those not collected yet.</param>
/// <param name="CompiledMethods">Methods that were not compiled ahead of time, or were compiled again because they are hot.</param>
internal sealed record ServerStatus(
    string Version,
    long UptimeMilliseconds,
    long ResidentBytes,
    long ManagedBytes,
    long CompiledMethods,
    long CompilationMilliseconds,
    int OpenDocuments) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("version", Version);
        json.Field("uptimeMilliseconds", UptimeMilliseconds);
        json.Field("residentBytes", ResidentBytes);
        json.Field("managedBytes", ManagedBytes);
        json.Field("compiledMethods", CompiledMethods);
        json.Field("compilationMilliseconds", CompilationMilliseconds);
        json.Field("openDocuments", OpenDocuments);
        json.WriteEndObject();
    }
}
