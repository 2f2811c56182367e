using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Whether a statement yields itself: functions and classes inside it do not count.</summary>
internal sealed class YieldFinder : SyntaxVisitor
{
    private readonly bool _withAwaits;
    private bool _found;

    private YieldFinder(bool withAwaits)
    {
        _withAwaits = withAwaits;
    }

    /// <param name="withAwaits">What awaits may stop there, too.</param>
    public static bool Finds(SyntaxNode node, bool withAwaits = false)
    {
        var finder = new YieldFinder(withAwaits);
        finder.Visit(node);
        return finder._found;
    }

    public override void VisitYield(Yield node) => _found = true;

    public override void VisitYieldFrom(YieldFrom node) => _found = true;

    public override void VisitAwait(Await node)
    {
        _found |= _withAwaits;
        base.VisitAwait(node);
    }

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
