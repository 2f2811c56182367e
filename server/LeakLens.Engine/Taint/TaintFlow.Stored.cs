using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <content>What is put into collections: under which key, or which things. Growth alone says that it stays; who decides what it is is told here.</content>
internal sealed partial class TaintFlow
{
    private static readonly TaintSink StoredSink = new("LL106", "what is kept", TaintFacets.Any, 0, string.Empty, [], -1, 0, Findings.FindingLevel.Warning, TaintSinkKind.Amount, []);

    /// <summary>Where there are keys they decide how many entries there will be; elsewhere each thing is one more.</summary>
    private void NoteStored(Expression storing)
    {
        if (Storing.Of(storing, _context.Code) is not { } stored)
        {
            return;
        }

        if (stored.Key is { } key)
        {
            NoteStored(storing, key);
            return;
        }

        foreach (var value in stored.Values)
        {
            NoteStored(storing, value);
        }
    }

    private void NoteStored(Expression storing, Expression part)
    {
        var value = Evaluate(part);
        if (value is { Facets: TaintFacets.None, Type: { } type } && _data.Types.TryGetValue(type, out var whole))
        {
            _analysis.Report(new TaintHit(StoredSink.Rule, storing, TaintFacets.Any, StoredSink.What, new TaintOrigin(part, whole.What, whole.Trust), StoredSink));
        }

        Hit(value, TaintFacets.Any, StoredSink, storing, StoredSink.What);
    }
}
