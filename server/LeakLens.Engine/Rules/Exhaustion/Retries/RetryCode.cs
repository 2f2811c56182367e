using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Retries;

/// <summary>What some statements of a retry do: leave, pause, count, ask another machine.</summary>
internal sealed class RetryCode : SyntaxVisitor
{
    private readonly RuleContext _context;
    private int _loops;
    private int _branches;

    private RetryCode(RuleContext context) => _context = context;

    /// <summary>There is a way out of the loop around.</summary>
    public bool Leaves { get; private set; }

    /// <summary>One that a condition guards.</summary>
    public bool AsksAndLeaves { get; private set; }

    public bool Pauses { get; private set; }

    public bool Counts { get; private set; }

    /// <summary>A call that waits for another machine.</summary>
    public bool CallsRemote { get; private set; }

    /// <summary>A call of something that may do anything.</summary>
    public bool CallsOther { get; private set; }

    public static RetryCode Look(RuleContext context, ImmutableArray<Statement> statements)
    {
        var code = new RetryCode(context);
        code.VisitAll(statements);
        return code;
    }

    public override void VisitIf(If node)
    {
        _branches++;
        base.VisitIf(node);
        _branches--;
    }

    public override void VisitFor(For node) => VisitLoop(node);

    public override void VisitWhile(While node) => VisitLoop(node);

    public override void VisitBreak(Break node) => Leave(_loops == 0);

    public override void VisitReturn(Return node)
    {
        Leave(true);
        base.VisitReturn(node);
    }

    public override void VisitRaise(Raise node) => Leave(true);

    public override void VisitYield(Yield node) => Pauses = true;

    public override void VisitYieldFrom(YieldFrom node) => Pauses = true;

    public override void VisitAugAssign(AugAssign node)
    {
        Counts |= node.Operator is BinaryOperator.Add or BinaryOperator.Sub;
        base.VisitAugAssign(node);
    }

    /// <summary>A flag or another address may be what the next trip asks for.</summary>
    public override void VisitAssign(Assign node)
    {
        Counts = true;
        base.VisitAssign(node);
    }

    public override void VisitCall(Call node)
    {
        var data = ExhaustionData.Instance;
        if (_context.Names.Resolve(node.Function) is { } name)
        {
            Pauses |= data.Set("pauses").Contains(name.Text) || name.Text is "builtins.input";
            CallsRemote |= data.Waits.ContainsKey(name.Text);
            CallsOther |= !data.Set("harmless").Contains(name.Text);
        }
        else if (node.Function is Attribute method)
        {
            Pauses |= data.Set("pausingMethods").Contains(method.Name);
            var isRemote = Makers.Of(_context, method.Value) is { } maker && data.Set("remoteMakers").Contains(maker);
            CallsRemote |= isRemote;
            CallsOther |= !data.Set("harmlessMethods").Contains(method.Name);
        }
        else
        {
            CallsOther = true;
        }

        base.VisitCall(node);
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitLambda(Lambda node)
    {
    }

    private void VisitLoop(SyntaxNode loop)
    {
        _loops++;
        loop.VisitChildren(this);
        _loops--;
    }

    private void Leave(bool isOut)
    {
        Leaves |= isOut;
        AsksAndLeaves |= isOut && _branches > 0;
    }
}
