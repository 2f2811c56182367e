using LeakLens.Engine.Facts;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Rules;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Python.Text;

namespace LeakLens.Server.Lsp.TextDocument.InlayHints;

/// <summary>The bytes behind every expression that makes something large, and behind every statement that adds to something, for who switches them on.</summary>
internal sealed class InlayHintHandler(Session session) : IRequestHandler<InlayHintParams, JsonList<InlayHint>>
{
    /// <summary>What is less is not worth a word.</summary>
    private const long LeastBytes = 1024;

    public async Task<JsonList<InlayHint>?> Handle(InlayHintParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        if (snapshot.Find(request.TextDocument.Uri) is not { } asked
            || !snapshot.Configurations.RootOf(asked.Path).Settings.ShowsHints
            || await NewestResult.FindAsync(session, asked, token) is not var (document, result))
        {
            return new JsonList<InlayHint>([]);
        }

        var unit = snapshot.Client.PositionUnit;
        var shown = ProtocolConverter.ToAnalysedSpan(document, request.Range, unit);
        return new JsonList<InlayHint>(result.Facts is not { } facts ? [] : [.. HintsOf(facts)
            .Where(hint => hint.Offset >= shown.Start && hint.Offset <= shown.End)
            .OrderBy(hint => hint.Offset)
            .Select(hint => new InlayHint(document.Locate(new TextSpan(hint.Offset, 0), unit).Range.Start, hint.Label, PaddingLeft: true))]);
    }

    private static IEnumerable<(int Offset, string Label)> HintsOf(MemoryFacts facts)
    {
        var told = new HashSet<int>();
        foreach (var made in facts.Allocations)
        {
            if (IsKnown(made.Bytes) && made.Bytes.High >= LeastBytes && told.Add(made.Node.End))
            {
                yield return (made.Node.End, Describe(made.Bytes));
            }
        }

        foreach (var growth in facts.Growths)
        {
            if (growth.BytesPerTime is >= LeastBytes && told.Add(growth.Node.End))
            {
                yield return (growth.Node.End, $"{ByteText.Bytes(growth.BytesPerTime.Value)} each");
            }
        }
    }

    private static bool IsKnown(Quantity bytes) => bytes.High < Quantity.FiniteUnknown;

    private static string Describe(Quantity bytes) => bytes.IsExact ? ByteText.Bytes(bytes.High) : $"up to {ByteText.Bytes(bytes.High)}";
}
