using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>An exception in <c>__del__</c> reaches nobody; a warning does, and what stands below it is done.</summary>
internal sealed class WarnInFinalizer : FixProvider
{
    public override string Kind => "warn-in-finalizer";

    public override ImmutableArray<string> Rules => ["LL404"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Nodes.Select(context.Code.StatementOf).OfType<Raise>().FirstOrDefault() is not { Exception: Call { Arguments: [var message], Keywords: [] } } raise)
        {
            return [];
        }

        var writer = context.Write();
        var warn = writer.Import("warnings", "warn", raise);
        return writer.Replace(raise, $"{warn}({context.TextOf(message)}, ResourceWarning, stacklevel=2)").Done("Warn instead of raising", Applicability.Unsafe, "what stands below it is done now");
    }
}
