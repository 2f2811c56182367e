using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Libraries;

/// <summary>A table is read in parts: <c>.iterator(chunk_size=2000)</c> of Django, <c>.yield_per(1000)</c> of SQLAlchemy.</summary>
internal sealed class RowsInParts : FixProvider
{
    public override string Kind => "rows-in-parts";

    public override ImmutableArray<string> Rules => ["LL904"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Function: Python.Syntax.Attribute { Name: var method, Value: var query } } call)
        {
            return [];
        }

        if (method is "all" && query is Call { Function: Python.Syntax.Attribute { Name: "query" } })
        {
            return context.Write().Replace(call, $"{context.TextOf(query)}.yield_per(1000)").Done("Read a thousand rows at a time (yield_per)", Applicability.Unsafe, "the connection is in use until the loop has ended");
        }

        return method is "query"
            ? context.Write().Insert(call.End, ".yield_per(1000)").Done("Read a thousand rows at a time (yield_per)", Applicability.Unsafe, "the connection is in use until the loop has ended")
            : IsOfManager(call) ? context.Write().Insert(call.End, ".iterator(chunk_size=2000)").Done("Read two thousand rows at a time (iterator)", Applicability.Unsafe, "a second walk over it asks the database again") : [];
    }

    /// <summary>It begins with <c>Model.objects.all()</c>.</summary>
    private static bool IsOfManager(Expression query)
    {
        while (query is Call { Function: Python.Syntax.Attribute { Value: var inner } })
        {
            query = inner;
        }

        return query is Python.Syntax.Attribute { Name: "objects" or "_default_manager" };
    }
}
