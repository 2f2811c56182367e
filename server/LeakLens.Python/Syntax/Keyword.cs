namespace LeakLens.Python.Syntax;

/// <summary><c>name=value</c> in a call or class header; a null name stands for <c>**value</c>.</summary>
public sealed class Keyword : SyntaxNode
{
    public Keyword(int start, int end, string? name, Expression value)
        : base(start, end)
    {
        Name = name;
        Value = value;
    }

    public string? Name { get; }

    public Expression Value { get; }

    public override SyntaxKind Kind => SyntaxKind.Keyword;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitKeyword(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
    }
}
