using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Tensors;

/// <summary>LL903: tensors that keep the graph of every step, models that pile up, models that each request loads anew.</summary>
internal sealed class MlGraphOrModelRetentionRule : Rule
{
    public override string Id => "LL903";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var found = context.Imports.Any(LibraryData.Instance.Set("tensors.modules")) ? new KeptHistories(context, rule).Check() : [];
        return context.Imports.Any(LibraryData.Instance.Set("models.modules")) ? found.Concat(new MadeModels(context, rule).Check()) : found;
    }
}
