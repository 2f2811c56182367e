namespace LeakLens.Python.Syntax;

/// <summary><c>target: annotation = value</c>; simple when the target is a bare name.</summary>
public sealed class AnnAssign : Statement
{
    public AnnAssign(int start, int end, Expression target, Expression annotation, Expression? value, bool isSimple)
        : base(start, end)
    {
        Target = target;
        Annotation = annotation;
        Value = value;
        IsSimple = isSimple;
    }

    public Expression Target { get; }

    public Expression Annotation { get; }

    public Expression? Value { get; }

    public bool IsSimple { get; }

    public override SyntaxKind Kind => SyntaxKind.AnnAssign;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitAnnAssign(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Target);
        visitor.Visit(Annotation);
        visitor.VisitOptional(Value);
    }
}
