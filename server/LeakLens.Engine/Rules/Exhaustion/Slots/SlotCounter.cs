using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Slots;

/// <summary>What a method counts: attributes of its object that it makes larger or smaller by steps, and whether it refuses.</summary>
internal sealed class SlotCounter : SyntaxVisitor
{
    private readonly HashSet<string> _up = new(StringComparer.Ordinal);
    private readonly HashSet<string> _down = new(StringComparer.Ordinal);
    private bool _raises;

    private SlotCounter()
    {
    }

    /// <summary>One counts up what the other counts down.</summary>
    public static bool Pairs(FunctionDef taker, FunctionDef giver)
    {
        var (up, down) = (Of(taker), Of(giver));
        return up._down.Count == 0 && down._up.Count == 0 && up._up.Overlaps(down._down);
    }

    /// <summary>It raises when there is nothing left to take.</summary>
    public static bool Refuses(FunctionDef taker) => Of(taker)._raises;

    public override void VisitAugAssign(AugAssign node)
    {
        if (node.Target is Attribute counter && node.Operator is BinaryOperator.Add or BinaryOperator.Sub)
        {
            (node.Operator is BinaryOperator.Add ? _up : _down).Add(counter.Name);
        }
    }

    /// <summary><c>self.active = max(0, self.active - 1)</c>.</summary>
    public override void VisitAssign(Assign node)
    {
        if (node.Targets is not [Attribute counter])
        {
            return;
        }

        var step = node.Value is Call { Function: Name { Id: "max" or "min" } } bounded ? bounded.Arguments.OfType<BinOp>().FirstOrDefault() : node.Value as BinOp;
        if (step is { Left: Attribute before } && string.Equals(before.Name, counter.Name, StringComparison.Ordinal) && step.Operator is BinaryOperator.Add or BinaryOperator.Sub)
        {
            (step.Operator is BinaryOperator.Add ? _up : _down).Add(counter.Name);
        }
    }

    public override void VisitRaise(Raise node) => _raises = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    private static SlotCounter Of(FunctionDef method)
    {
        var counter = new SlotCounter();
        counter.VisitAll(method.Body);
        return counter;
    }
}
