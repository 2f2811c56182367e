using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>A handler is added only to a logger that has none.</summary>
internal sealed class HandlerOnce : FixProvider
{
    public override string Kind => "handler-once";

    public override ImmutableArray<string> Rules => ["LL405"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Attribute { Name: "addHandler" } method } call || context.Code.StatementAround(call) is not Expr statement)
        {
            return [];
        }

        var logger = context.TextOf(method.Value);
        return context.Write().InsertBefore(statement, $"if not {logger}.handlers:").Indent(statement, statement)
            .Done($"Add the handler only if {logger} has none", Applicability.Unsafe, "later handlers are not added");
    }
}
