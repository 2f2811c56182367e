using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Diagnostics;

/// <summary>A limit follows from what is measured: above it, <c>MemoryError</c>.</summary>
internal sealed class RaiseAboveLimit : FixProvider
{
    private const string Megabytes = "100";

    public override string Kind => "raise-above-limit";

    public override ImmutableArray<string> Rules => ["LL301", "LL305"];

    public override IEnumerable<Fix> Propose(FixContext context) => context.Finding.Rule.Id is "LL301" ? AfterReading(context) : [.. InCheck(context), .. OutOfHandler(context)];

    private static IEnumerable<Fix> AfterReading(FixContext context)
    {
        if (context.Node<Call>() is not { } reading || context.Code.StatementAround(reading) is not Assign { Targets: [var target] } statement || BytesIn(context, reading, statement, target) is not { } bytes
            || IsSubtracted(context, bytes))
        {
            yield break;
        }

        var quote = context.Style.Quote;
        var writer = context.Write().InsertAfter(statement, $"if {bytes.Id} > {Megabytes} * 1024 * 1024:", $"\traise MemoryError(f{quote}{{{bytes.Id}}} bytes in use{quote})");
        foreach (var fix in writer.Done($"Raise MemoryError above {Megabytes} MiB", Applicability.Unsafe, "the program ends where it went on: choose the limit"))
        {
            yield return fix;
        }
    }

    /// <summary>The name that gets the number of bytes: the first of <c>current, peak</c>, or that of a size.</summary>
    private static Name? BytesIn(FixContext context, Call reading, Assign statement, Expression target)
    {
        var isTraced = context.Rules.Names.TryResolve(reading.Function, out var name) && name.Text is "tracemalloc.get_traced_memory";
        return (target, statement.Value) switch
        {
            (Tuple { Elements: [Name first, _] }, Call) when isTraced && ReferenceEquals(statement.Value, reading) => first,
            (Name size, Subscript { Index: Constant }) when isTraced => size,
            (Name size, Attribute { Name: "rss" or "uss" or "vms" }) => size,
            _ => null,
        };
    }

    private static bool IsSubtracted(FixContext context, Name name) =>
        context.Rules.Uses.OwnerOf(name) is { } owner && context.Rules.Uses.UsesOf(owner).Any(use => context.Code.ParentOf(use) is BinOp { Operator: BinaryOperator.Sub });

    /// <summary><c>if size > LIMIT: print(...)</c> raises as well.</summary>
    private static IEnumerable<Fix> InCheck(FixContext context)
    {
        if (context.Nodes.OfType<Expression>().FirstOrDefault() is not { } test || context.Code.ParentOf(test) is not If branch || !ReferenceEquals(branch.Test, test) || branch.Body is not [.., var last] || CodeBlocks.Leaves(last) || test is not Compare { Left: var left })
        {
            yield break;
        }

        var quote = context.Style.Quote;
        var message = left is Name name ? $"f{quote}{{{name.Id}}} bytes in use{quote}" : $"{quote}too much memory in use{quote}";
        var writer = context.Write().InsertAfter(last, $"raise MemoryError({message})");
        foreach (var fix in writer.Done("Raise MemoryError when the limit is exceeded", Applicability.Unsafe, "the program ends where it went on"))
        {
            yield return fix;
        }
    }

    /// <summary>The handler that ignores the exception lets it go on.</summary>
    private static IEnumerable<Fix> OutOfHandler(FixContext context)
    {
        var handler = context.Finding.Related.IsEmpty ? null : SyntaxPath.Find(context.Tree.Root, context.Finding.Related[0].Span.Start).OfType<ExceptHandler>().LastOrDefault(handler => handler.Span == context.Finding.Related[0].Span);
        if (handler is not { Body: [.., var last] })
        {
            yield break;
        }

        var writer = context.Write();
        _ = last is Pass ? writer.Replace(last, "raise") : writer.InsertAfter(last, "raise");
        foreach (var fix in writer.Done("Raise again in the handler", Applicability.Unsafe, "the exception leaves the function"))
        {
            yield return fix;
        }
    }
}
