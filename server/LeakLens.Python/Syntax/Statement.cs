namespace LeakLens.Python.Syntax;

/// <summary>A statement.</summary>
public abstract class Statement : SyntaxNode
{
    private protected Statement(int start, int end)
        : base(start, end)
    {
    }
}
