namespace LeakLens.Python.Syntax;

/// <summary><c>name as asname</c> of an import.</summary>
public sealed class Alias : SyntaxNode
{
    public Alias(int start, int end, string name, string? asName)
        : base(start, end)
    {
        Name = name;
        AsName = asName;
    }

    public string Name { get; }

    public string? AsName { get; }

    public override SyntaxKind Kind => SyntaxKind.Alias;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAlias(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
