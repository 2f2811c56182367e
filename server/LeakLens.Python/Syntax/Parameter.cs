namespace LeakLens.Python.Syntax;

/// <summary>One parameter with its annotation (<c>arg</c> in CPython's grammar).</summary>
public sealed class Parameter : SyntaxNode
{
    public Parameter(int start, int end, string name, Expression? annotation)
        : base(start, end)
    {
        Name = name;
        Annotation = annotation;
    }

    public string Name { get; }

    public Expression? Annotation { get; }

    public override SyntaxKind Kind => SyntaxKind.Parameter;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitParameter(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Annotation);
    }
}
