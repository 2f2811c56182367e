namespace LeakLens.Python.Syntax;

/// <summary><c>**P = default</c>.</summary>
public sealed class ParamSpec : TypeParameter
{
    public ParamSpec(int start, int end, string name, Expression? defaultValue)
        : base(start, end)
    {
        Name = name;
        DefaultValue = defaultValue;
    }

    public string Name { get; }

    public Expression? DefaultValue { get; }

    public override SyntaxKind Kind => SyntaxKind.ParamSpec;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitParamSpec(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(DefaultValue);
    }
}
