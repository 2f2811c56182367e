using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Conversion;

/// <summary>A text that is one file.</summary>
internal sealed record FilePlaces(string Uri, SourceText Text) : ITextPlaces
{
    public Location Locate(TextSpan span, ColumnUnit unit) => new(Uri, ProtocolConverter.ToRange(Text, span, unit));
}
