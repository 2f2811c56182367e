using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Lists;

/// <summary>A <c>defaultdict</c> is asked by <c>get</c>, which makes no entry.</summary>
internal sealed class ReadWithGet : FixProvider
{
    public override string Kind => "read-with-get";

    public override ImmutableArray<string> Rules => ["LL208", "LL101", "LL106"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var growth in context.Growths)
        {
            if (growth.Fact.Node is not Subscript { Context: ExpressionContext.Load } read || context.Code.ParentOf(read) is Attribute or Subscript or AugAssign || growth.Fact.Container is not Call { Arguments: [Name factory, ..] } made
                || !context.Rules.Names.TryResolve(made.Function, out var type) || type.Text is not "collections.defaultdict" || EmptyOf(factory.Id) is not { } empty)
            {
                continue;
            }

            var isSafe = context.Code.ParentOf(read) is Compare or If or While or For or BoolOp or UnaryOp or BinOp or Call { Function: Name { Id: "len" or "bool" or "sum" or "list" or "sorted" or "tuple" or "any" or "all" or "max" or "min" or "print" } };
            foreach (var fix in context.Write().Replace(read, $"{context.TextOf(read.Value)}.get({context.TextOf(read.Index)}, {empty})")
                .Done("Read with get(), which adds nothing", isSafe ? Applicability.Safe : Applicability.Unsafe, isSafe ? null : "what is got for a missing key is not stored"))
            {
                yield return fix;
            }
        }
    }

    private static string? EmptyOf(string factory) => factory switch
    {
        "list" => "[]",
        "dict" => "{}",
        "set" => "set()",
        "int" => "0",
        "float" => "0.0",
        "str" => "\"\"",
        _ => null,
    };
}
