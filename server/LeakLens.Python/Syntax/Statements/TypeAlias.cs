using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>type Name[T] = value</c> (PEP 695).</summary>
public sealed class TypeAlias : Statement, IScopeNode
{
    public TypeAlias(int start, int end, Expression name, ImmutableArray<TypeParameter> typeParameters, Expression value)
        : base(start, end)
    {
        Name = name;
        TypeParameters = typeParameters;
        Value = value;
    }

    public Expression Name { get; }

    public ImmutableArray<TypeParameter> TypeParameters { get; }

    public Expression Value { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.TypeAlias;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitTypeAlias(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Name);
        visitor.VisitAll(TypeParameters);
        visitor.Visit(Value);
    }
}
