namespace LeakLens.Python.Syntax;

/// <summary>A pattern of a <c>case</c>.</summary>
public abstract class Pattern : SyntaxNode
{
    private protected Pattern(int start, int end)
        : base(start, end)
    {
    }
}
