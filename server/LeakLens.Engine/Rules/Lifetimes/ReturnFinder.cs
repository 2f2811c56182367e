using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>Whether a function's own code gives back a value.</summary>
internal sealed class ReturnFinder : SyntaxVisitor
{
    public bool HasValue { get; private set; }

    public override void VisitReturn(Return node) => HasValue |= node.Value is not (null or Constant);

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }
}
