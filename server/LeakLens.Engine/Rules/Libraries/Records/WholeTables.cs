using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Records;

/// <summary>
/// LL904: a loop over all rows of a table, as objects, by code that works on whole tables: commands, migrations, tasks. The query keeps every row that it has given, so all are held at the end. Pages
/// of a site read small tables like that all day, and are silent.
/// </summary>
internal static class WholeTables
{
    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => (context.Imports.Has("django") ? Managers(context, rule) : []).Concat(context.Imports.Has("sqlalchemy") && !context.Imports.Has("alembic") ? Queries(context, rule) : []);

    private static IEnumerable<Finding> Managers(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.Code.Calls)
        {
            if (call is not { Arguments.IsEmpty: true, Function: Python.Syntax.Attribute { Name: "all", Value: Python.Syntax.Attribute { Name: "objects" or "_default_manager" } } } || context.Code.FunctionAround(call) is not FunctionDef function || !IsBatch(context, function))
            {
                continue;
            }

            var whole = Whole(context, call);
            if (LoopOver(context, whole) is { } loop && !LoopExits.HasAny(loop) && !IsPrefetched(context, whole))
            {
                // What runs again and again does it as the table grows; a command or a migration is run by somebody who knows the table.
                yield return UncountedFinding.Of(rule, Repetitions.IsTask(context, function) ? FindingLevel.Warning : FindingLevel.Note, whole, "The query keeps every row of the table as an object until the loop has ended", "Read it in parts: .iterator(chunk_size=2000)");
            }
        }
    }

    /// <summary>The chain of calls that goes on from it and still gives all rows.</summary>
    private static Expression Whole(RuleContext context, Expression query)
    {
        while (context.Code.ParentOf(query) is Python.Syntax.Attribute { Name: var method } member && context.Code.ParentOf(member) is Call next && ReferenceEquals(next.Function, member) && LibraryData.Instance.Set("records.wholeTable").Contains(method))
        {
            query = next;
        }

        return query;
    }

    /// <summary>The loop that walks over it, alone: who uses the rows twice wants to keep them.</summary>
    private static For? LoopOver(RuleContext context, Expression query) => context.Code.ParentOf(query) switch
    {
        For loop when ReferenceEquals(loop.Iterable, query) => loop,
        Call { Function: Name function, Arguments: [var only] } made when ReferenceEquals(only, query) && context.Names.Resolve(function) is { Text: "builtins.enumerate" } => LoopOver(context, made),
        Assign { Targets: [Name name] } when context.Uses.OwnerOf(name) is { } owner && context.Uses.UsesOf(owner) is [_, var only] && context.Code.ParentOf(only) is For loop && ReferenceEquals(loop.Iterable, only) => loop,
        _ => null,
    };

    /// <summary>What is prefetched was read in parts only from Django 4.1 on.</summary>
    private static bool IsPrefetched(RuleContext context, Expression query) => context.Code.CallsWithin(query).Any(static call => call.Function is Python.Syntax.Attribute { Name: "prefetch_related" });

    private static bool IsBatch(RuleContext context, FunctionDef function)
    {
        var data = LibraryData.Instance;
        return (context.Code.ClassOf(function) is { } type && type.Bases.Any(parent => context.Names.Resolve(parent) is { } name && data.Set("records.batchBases").Contains(name.Text)))
            || Repetitions.IsTask(context, function)
            || data.Set("records.batchRunners").Any(runner => context.NamedCalls.Of(runner).Any(run => run.Arguments.Concat(run.Keywords.Select(static keyword => keyword.Value)).Any(argument => ReferenceEquals(Definitions.FunctionOf(context, argument), function))));
    }

    /// <summary><c>for row in session.query(Row).all()</c>: a list of all, and then a walk over it.</summary>
    private static IEnumerable<Finding> Queries(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.NamedCalls.OfMethod("query"))
        {
            if (call is not { Function: Python.Syntax.Attribute { Value: var session }, Arguments: [Name or Python.Syntax.Attribute] } || !SessionMaker.IsSession(context, session))
            {
                continue;
            }

            var query = (Expression)call;
            var isAll = context.Code.ParentOf(query) is Python.Syntax.Attribute { Name: "all" } member && context.Code.ParentOf(member) is Call;
            query = isAll && context.Code.ParentOf(query) is { } attribute && context.Code.ParentOf(attribute) is Call all ? all : query;
            if (LoopOver(context, query) is { } loop && !LoopExits.HasAny(loop))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, query, "All rows of the table are read and held as objects before the loop sees the first", "Read them in parts: yield_per(1000)");
            }
        }
    }
}
