namespace LeakLens.Python.Syntax;

/// <summary><c>T: bound = default</c> (PEP 695, 696).</summary>
public sealed class TypeVar : TypeParameter
{
    public TypeVar(int start, int end, string name, Expression? bound, Expression? defaultValue)
        : base(start, end)
    {
        Name = name;
        Bound = bound;
        DefaultValue = defaultValue;
    }

    public string Name { get; }

    public Expression? Bound { get; }

    public Expression? DefaultValue { get; }

    public override SyntaxKind Kind => SyntaxKind.TypeVar;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitTypeVar(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Bound);
        visitor.VisitOptional(DefaultValue);
    }
}
