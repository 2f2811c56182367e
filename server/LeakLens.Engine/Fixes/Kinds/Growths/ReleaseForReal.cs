using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>What looks like a release becomes one: the collection itself is cleared, the key goes with what was under it.</summary>
internal sealed class ReleaseForReal : FixProvider
{
    public override string Kind => "release-for-real";

    public override ImmutableArray<string> Rules => ["LL409"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Nodes.Select(context.Code.StatementOf).OfType<Statement>().FirstOrDefault() is not { } statement || GrowthOf(context) is not { Storing: { } storing } growth)
        {
            return [];
        }

        var writer = context.Write();
        var holder = context.TextOf(storing.Holder);
        return context.Nodes switch
        {
            _ when statement is AugAssign { Operator: BinaryOperator.Sub, Target: Subscript count } => DropKey(context, writer, statement, count),
            _ when statement is Expr { Value: Call { Function: Attribute { Value: Subscript { Index: not Slice } kept } } } => DropKey(context, writer, statement, kept),
            _ when statement is Expr { Value: Call { Function: Attribute { Name: "clear", Value: not Name } clear } } && CopiedBy(clear.Value) is { } copied => writer.Replace(clear.Value, context.TextOf(copied)).Done($"Clear {context.TextOf(copied)} itself", Applicability.Unsafe, "it is empty then"),
            _ when statement is Assign { Targets: [Name name], Value: List or Dict or Set or Call } => writer.Replace(statement, $"{name.Id}.clear()").Done($"Clear {name.Id} itself", Applicability.Unsafe, "it is empty then"),
            _ when statement is Delete { Targets: [Name] } or Assign { Targets: [Name], Value: Constant { LiteralKind: ConstantKind.None } } or Expr { Value: Call { Arguments: [] } } && IsWithin(context, statement, growth) => writer.Replace(statement, $"{holder}.clear()").Done($"Clear {holder} instead", Applicability.Unsafe, "it is empty after each trip"),
            _ => [],
        };
    }

    /// <summary>Behind the statement: what is empty goes, and its key with it.</summary>
    private static IEnumerable<Fix> DropKey(FixContext context, SourceWriter writer, Statement statement, Subscript kept)
    {
        var text = context.TextOf(kept);
        return writer.InsertAfter(statement, $"if not {text}:", $"\tdel {text}").Done($"Delete {text} when it is empty", Applicability.Unsafe, "the key is gone then");
    }

    private static Expression? CopiedBy(Expression expression) => expression switch
    {
        Call { Function: Name { Id: "list" or "dict" or "set" or "sorted" }, Arguments: [Name or Attribute] } copy => copy.Arguments[0],
        Call { Function: Attribute { Name: "copy" } copy } => copy.Value,
        Subscript { Index: Slice } part => part.Value,
        _ => null,
    };

    private static bool IsWithin(FixContext context, Statement statement, GrowthCase growth) =>
        ReferenceEquals(context.Code.FunctionAround(statement), growth.Function) && context.Code.LoopsAround(statement).Any() && statement.Start > growth.Fact.Node.Start;

    /// <summary>The rule points at the growth that goes on.</summary>
    private static GrowthCase? GrowthOf(FixContext context) =>
        context.Finding.Related is [var grows, ..] && context.Rules.Facts.Growths.FirstOrDefault(fact => fact.Node.Span == grows.Span) is { } fact ? new GrowthCase(fact, context.Rules) : null;
}
