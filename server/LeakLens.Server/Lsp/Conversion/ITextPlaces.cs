using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Conversion;

/// <summary>Where stretches of an analysed text stand for the client.</summary>
internal interface ITextPlaces
{
    Location Locate(TextSpan span, ColumnUnit unit);
}
