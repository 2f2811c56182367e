using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Kinds.Growths;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Lists;

/// <summary>What is copied whole in each trip grows in place: a list by <c>append</c>, a text by parts that are joined once.</summary>
internal sealed class GrowInPlace : GrowthFix
{
    private const string Parts = "parts";

    public override string Kind => "grow-in-place";

    public override ImmutableArray<string> Rules => ["LL109"];

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth) => context.Code.StatementOf(growth.Fact.Node) switch
    {
        Assign { Targets: [Name or Attribute], Value: BinOp { Operator: BinaryOperator.Add } sum } assign when SameExpression.Is(assign.Targets[0], sum.Left) && (growth.Fact.ContainerKind is ObjectKind.List || sum.Right is List) => Append(context, assign, sum),
        AugAssign { Operator: BinaryOperator.Add, Target: Name or Attribute } assign when growth.Fact.ContainerKind is ObjectKind.Str or ObjectKind.Bytes => Join(context, growth, assign),
        AugAssign { Operator: BinaryOperator.Add, Target: Name target, Value: Tuple added } assign when growth.Fact.ContainerKind is ObjectKind.Tuple => List(context, assign, target, added),
        _ => [],
    };

    private static IEnumerable<Fix> Append(FixContext context, Assign assign, BinOp sum)
    {
        var target = context.TextOf(assign.Targets[0]);
        var text = sum.Right is List { Elements: [not Starred and var only] } ? $"{target}.append({context.TextOf(only)})" : $"{target} += {context.TextOf(sum.Right)}";
        return context.Write().Replace(assign, text).Done($"Let {target} grow in place", Applicability.Unsafe, "other names of the same list see it grow, too");
    }

    private static IEnumerable<Fix> List(FixContext context, AugAssign assign, Name target, Tuple added)
    {
        if (context.Rules.Uses.OwnerOf(target) is not { } owner || context.Rules.Uses.UsesOf(owner).Where(use => use.Context is ExpressionContext.Store && !context.Code.IsInside(use, assign)).ToList() is not [var binding]
            || context.Code.ParentOf(binding) is not Assign { Value: Tuple { Elements: [] } made } || added.Elements.Any(static element => element is Starred))
        {
            return [];
        }

        var text = added.Elements is [var only] ? $"{target.Id}.append({context.TextOf(only)})" : $"{target.Id} += [{string.Join(", ", added.Elements.Select(context.TextOf))}]";
        return context.Write().Replace(made, "[]").Replace(assign, text).Done($"Collect in a list instead of the tuple {target.Id}", Applicability.Unsafe, "it is a list afterwards");
    }

    /// <summary>Before the loop an empty list, in the loop <c>append</c>, behind it one <c>join</c>.</summary>
    private static IEnumerable<Fix> Join(FixContext context, GrowthCase growth, AugAssign assign)
    {
        var target = context.TextOf(assign.Target);
        var empty = growth.Fact.ContainerKind is ObjectKind.Bytes ? "b" : string.Empty;
        if (context.Code.LoopsAround(assign).LastOrDefault() is not { } loop || context.Code.FunctionAround(assign) is not FunctionDef function || context.Tree.GetScopes().GetScope(function).Find(Parts) is not null
            || context.Code.Around(assign).OfType<Try>().Any(attempt => context.Code.IsInside(attempt, loop)) || IsUsedElsewhere(context, loop, assign) || LoopLeaves.Has(loop))
        {
            return [];
        }

        var quote = context.Style.Quote;
        SourceWriter writer = context.Write().InsertBefore(loop, $"{Parts} = []").Replace(assign, $"{Parts}.append({context.TextOf(assign.Value)})").InsertAfter(loop, $"{target} += {empty}{quote}{quote}.join({Parts})");
        return writer.Done("Collect the parts and join them behind the loop", Applicability.Unsafe, $"{target} gets them when the loop is done");
    }

    private static bool IsUsedElsewhere(FixContext context, Statement loop, AugAssign assign)
    {
        var finder = new SameFinder(assign.Target);
        finder.Visit(loop);
        return finder.Count > 1;
    }

    private sealed class SameFinder : SyntaxVisitor
    {
        private readonly Expression _wanted;

        public SameFinder(Expression wanted) => _wanted = wanted;

        public int Count { get; private set; }

        public override void VisitName(Name node) => Count += SameExpression.Is(node, _wanted) ? 1 : 0;

        public override void VisitAttribute(Attribute node)
        {
            Count += SameExpression.Is(node, _wanted) ? 1 : 0;
            base.VisitAttribute(node);
        }
    }

    /// <summary>A <c>return</c> in the loop would skip what stands behind it.</summary>
    private sealed class LoopLeaves : SyntaxVisitor
    {
        private bool _found;

        public static bool Has(Statement loop)
        {
            var finder = new LoopLeaves();
            finder.Visit(loop);
            return finder._found;
        }

        public override void VisitReturn(Return node) => _found = true;

        public override void VisitYield(Yield node) => _found = true;

        public override void VisitFunctionDef(FunctionDef node)
        {
        }
    }
}
