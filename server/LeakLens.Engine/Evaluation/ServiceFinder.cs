using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Whether a function runs until it is told to stop: it has a <c>while True</c>. Such a thread or task lives beside the
/// code that started it, and is run when that code waits for it.
/// </summary>
internal sealed class ServiceFinder : SyntaxVisitor
{
    private bool _found;

    public static bool IsService(SyntaxNode definition)
    {
        var finder = new ServiceFinder();
        definition.VisitChildren(finder);
        return finder._found;
    }

    public override void VisitWhile(While node)
    {
        _found |= node.Test is Constant { LiteralKind: ConstantKind.True } or Constant { LiteralKind: ConstantKind.Integer, Value: not 0L };
        base.VisitWhile(node);
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
        // What an inner function does is not done by this one.
    }

}
