using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Slots;

/// <summary>What a method counts: attributes of its object that it makes larger or smaller by steps, and whether it refuses.</summary>
internal sealed class SlotCounter : SyntaxVisitor
{
    private readonly HashSet<string> _up = new(StringComparer.Ordinal);
    private readonly HashSet<string> _down = new(StringComparer.Ordinal);
    private readonly RuleContext _context;
    private readonly string? _self;
    private bool _raises;
    private SlotCounter(RuleContext context, FunctionDef method) =>
        (_context, _self) = (context, method.Parameters.PositionalOnly.Concat(method.Parameters.Positional).FirstOrDefault()?.Name);

    /// <summary>One counts up what the other counts down.</summary>
    public static bool Pairs(RuleContext context, FunctionDef taker, FunctionDef giver)
    {
        var (up, down) = (Of(context, taker), Of(context, giver));
        return up._down.Count == 0 && down._up.Count == 0 && up._up.Overlaps(down._down);
    }

    /// <summary>It raises when there is nothing left to take.</summary>
    public static bool Refuses(RuleContext context, FunctionDef taker) => Of(context, taker)._raises;

    public override void VisitAugAssign(AugAssign node)
    {
        if (node.Target is Attribute counter && IsOwn(counter) && node.Operator is BinaryOperator.Add or BinaryOperator.Sub)
        {
            (node.Operator is BinaryOperator.Add ? _up : _down).Add(counter.Name);
        }
    }

    /// <summary><c>self.active = max(0, self.active - 1)</c>.</summary>
    public override void VisitAssign(Assign node)
    {
        if (node.Targets is not [Attribute counter] || !IsOwn(counter))
        {
            return;
        }

        var step = node.Value is Call bounded && _context.Names.Resolve(bounded.Function)?.Text is "builtins.max" or "builtins.min" ? bounded.Arguments.OfType<BinOp>().FirstOrDefault() : node.Value as BinOp;
        if (step is { Left: Attribute before } && SameExpression.Is(before, counter) && step.Operator is BinaryOperator.Add or BinaryOperator.Sub)
        {
            (step.Operator is BinaryOperator.Add ? _up : _down).Add(counter.Name);
        }
    }

    public override void VisitRaise(Raise node) => _raises = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    /// <summary>An attribute of the object whose method it is.</summary>
    private bool IsOwn(Attribute counter) => counter.Value is Name name && string.Equals(name.Id, _self, StringComparison.Ordinal);

    private static SlotCounter Of(RuleContext context, FunctionDef method)
    {
        var counter = new SlotCounter(context, method);
        counter.VisitAll(method.Body);
        return counter;
    }
}
