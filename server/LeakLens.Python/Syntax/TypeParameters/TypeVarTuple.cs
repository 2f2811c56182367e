namespace LeakLens.Python.Syntax;

/// <summary><c>*Ts = default</c>.</summary>
public sealed class TypeVarTuple : TypeParameter
{
    public TypeVarTuple(int start, int end, string name, Expression? defaultValue)
        : base(start, end)
    {
        Name = name;
        DefaultValue = defaultValue;
    }

    public string Name { get; }

    public Expression? DefaultValue { get; }

    public override SyntaxKind Kind => SyntaxKind.TypeVarTuple;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitTypeVarTuple(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(DefaultValue);
    }
}
