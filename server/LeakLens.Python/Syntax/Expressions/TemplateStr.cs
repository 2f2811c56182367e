using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>A t-string (PEP 750): constants and interpolations.</summary>
public sealed class TemplateStr : Expression
{
    public TemplateStr(int start, int end, ImmutableArray<Expression> values)
        : base(start, end)
    {
        Values = values;
    }

    public ImmutableArray<Expression> Values { get; }

    public override SyntaxKind Kind => SyntaxKind.TemplateStr;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitTemplateStr(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Values);
    }
}
