using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Tensors;

/// <summary>A statement of a loop that adds to what outlives the loop: <c>total += x</c>, <c>total = total + x</c>, <c>all.append(x)</c>.</summary>
/// <param name="Node">The statement, or the call.</param>
/// <param name="Value">What is added.</param>
internal sealed record LoopGrowth(SyntaxNode Node, Expression Target, Expression Value, Statement Loop)
{
    /// <summary>Every one of a function, or of the module where it is null.</summary>
    public static IEnumerable<LoopGrowth> Of(RuleContext context, SyntaxNode? function)
    {
        var finder = new Finder();
        if (function is FunctionDef definition)
        {
            finder.VisitAll(definition.Body);
        }
        else if (function is null)
        {
            finder.VisitAll(context.Tree.Root.Body);
        }

        foreach (var (node, target, value) in finder.Found)
        {
            if (context.Code.LoopsAround(node).FirstOrDefault() is { } loop && !IsStartedIn(context, target, loop))
            {
                yield return new LoopGrowth(node, target, value, loop);
            }
        }
    }

    /// <summary>The loop gives it a new value, or takes things out of it: what it holds is of one trip, or of a few.</summary>
    internal static bool IsStartedIn(RuleContext context, Expression target, Statement loop)
    {
        var root = target;
        while (root is Subscript part)
        {
            root = part.Value;
        }

        var uses = context.UsesOf(root).Where(use => context.Code.IsInside(use, loop));
        return root is Name or Python.Syntax.Attribute
            ? uses.Any(use => use is Name { Context: ExpressionContext.Store or ExpressionContext.Del } or Python.Syntax.Attribute { Context: ExpressionContext.Store or ExpressionContext.Del } && !IsGrowth(context, use))
                || context.IsTended(root, context.Code.FunctionAround(target)) || (root is Name name && IsOwnOfLoop(context, name))
            : true;
    }

    private static bool IsGrowth(RuleContext context, Expression use) => context.Code.ParentOf(use) switch
    {
        AugAssign => true,
        Assign { Value: BinOp sum, Targets: [var target] } => SameExpression.Is(sum.Left, target) || SameExpression.Is(sum.Right, target),
        _ => false,
    };

    /// <summary>It comes from somewhere else with each trip: the loop's own variable, a parameter of a comprehension.</summary>
    private static bool IsOwnOfLoop(RuleContext context, Name name) => context.Uses.OwnerOf(name) is null;

    private sealed class Finder : SyntaxVisitor
    {
        public List<(SyntaxNode Node, Expression Target, Expression Value)> Found { get; } = [];

        public override void VisitAugAssign(AugAssign node)
        {
            if (node.Operator is BinaryOperator.Add)
            {
                Found.Add((node, node.Target, node.Value));
            }
        }

        public override void VisitAssign(Assign node)
        {
            if (node is { Targets: [var target], Value: BinOp { Operator: BinaryOperator.Add } sum } && target is Name or Python.Syntax.Attribute or Subscript)
            {
                if (SameExpression.Is(sum.Left, target))
                {
                    Found.Add((node, target, sum.Right));
                }
                else if (SameExpression.Is(sum.Right, target))
                {
                    Found.Add((node, target, sum.Left));
                }
            }

            base.VisitAssign(node);
        }

        public override void VisitCall(Call node)
        {
            if (node is { Function: Python.Syntax.Attribute { Name: "append", Value: var list }, Arguments: [var item] })
            {
                Found.Add((node, list, item));
            }

            base.VisitCall(node);
        }

        public override void VisitFunctionDef(FunctionDef node)
        {
        }

        public override void VisitClassDef(ClassDef node)
        {
        }

        public override void VisitLambda(Lambda node)
        {
        }
    }
}
