using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary>Which execution a finding is about, and the statement that is nothing else.</summary>
internal static class PayloadPlaces
{
    /// <summary>At the finding's place; of a handler, what it leads to.</summary>
    public static IEnumerable<Execution> ExecutionsOf(FixContext context)
    {
        foreach (var execution in context.Rules.Payloads.Trace.Executions)
        {
            if (execution.Place.Span == context.Finding.Span || context.Finding.Related.Any(related => related.Span == execution.Place.Span))
            {
                yield return execution;
            }
        }
    }

    /// <summary>A statement that does nothing but execute; null where something is made of the result.</summary>
    public static Expr? StatementOf(FixContext context, Execution execution) =>
        execution.Kind is ExecutionKind.Code or ExecutionKind.File or ExecutionKind.Pickle && context.Code.StatementAround(execution.Place) is Expr statement && ReferenceEquals(statement.Value, execution.Place) ? statement : null;
}
