using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>{key: value for ...}</c>.</summary>
public sealed class DictComp : Expression, IScopeNode
{
    public DictComp(int start, int end, Expression key, Expression value, ImmutableArray<Comprehension> generators)
        : base(start, end)
    {
        Key = key;
        Value = value;
        Generators = generators;
    }

    public Expression Key { get; }

    public Expression Value { get; }

    public ImmutableArray<Comprehension> Generators { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.DictComp;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitDictComp(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Key);
        visitor.Visit(Value);
        visitor.VisitAll(Generators);
    }
}
