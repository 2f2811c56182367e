using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>How a request is served.</summary>
/// <param name="Bind">Reads the parameters and takes the snapshot, in the order of arrival; what it gives does the work.</param>
/// <param name="InOrder">Nothing that came later is looked at before this is answered.</param>
internal sealed record RequestEndpoint(Func<JToken?, Func<CancellationToken, Task<IJsonWritable?>>> Bind, bool InOrder);
