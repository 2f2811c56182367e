using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <param name="Format">One of those of <c>leaklens scan --format</c>.</param>
internal sealed record ReportTextParams(string Format)
{
    public static ReportTextParams Read(JsonFields json) => new(json.GetText("format"));
}
