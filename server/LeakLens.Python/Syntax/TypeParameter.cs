namespace LeakLens.Python.Syntax;

/// <summary>A type parameter of PEP 695.</summary>
public abstract class TypeParameter : SyntaxNode
{
    private protected TypeParameter(int start, int end)
        : base(start, end)
    {
    }
}
