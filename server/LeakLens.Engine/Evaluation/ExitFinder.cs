using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Whether a loop has a way out in its own text besides its condition or the end of its items. A call may raise, too; that is left out of account.</summary>
internal sealed class ExitFinder : SyntaxVisitor
{
    private int _loops;
    private bool _canLeave;

    public static bool CanLeave(SyntaxNode loop)
    {
        var finder = new ExitFinder();
        foreach (var statement in loop is While { Body: var repeated } ? repeated : loop is For { Body: var each } ? each : [])
        {
            finder.Visit(statement);
        }

        return finder._canLeave;
    }

    public override void VisitBreak(Break statement) => _canLeave |= _loops == 0;

    public override void VisitReturn(Return statement) => _canLeave = true;

    public override void VisitRaise(Raise statement) => _canLeave = true;

    public override void VisitYield(Yield expression) => _canLeave = true;

    public override void VisitFor(For loop)
    {
        _loops++;
        base.VisitFor(loop);
        _loops--;
    }

    public override void VisitWhile(While loop)
    {
        _loops++;
        base.VisitWhile(loop);
        _loops--;
    }

    public override void VisitFunctionDef(FunctionDef function)
    {
        // What is only defined in the loop does not leave it.
    }

    public override void VisitLambda(Lambda lambda)
    {
    }
}
