using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Whether a statement yields itself: functions and classes inside it do not count.</summary>
internal sealed class YieldFinder : SyntaxVisitor
{
    private bool _found;

    private YieldFinder()
    {
    }

    public static bool Finds(SyntaxNode node)
    {
        var finder = new YieldFinder();
        finder.Visit(node);
        return finder._found;
    }

    public override void VisitYield(Yield node) => _found = true;

    public override void VisitYieldFrom(YieldFrom node) => _found = true;

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitLambda(Lambda node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }
}
