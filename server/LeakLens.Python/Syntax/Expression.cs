namespace LeakLens.Python.Syntax;

/// <summary>An expression.</summary>
public abstract class Expression : SyntaxNode
{
    private protected Expression(int start, int end)
        : base(start, end)
    {
    }
}
