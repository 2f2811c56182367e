using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>An f-string: constants and formatted values.</summary>
public sealed class JoinedStr : Expression
{
    public JoinedStr(int start, int end, ImmutableArray<Expression> values)
        : base(start, end)
    {
        Values = values;
    }

    public ImmutableArray<Expression> Values { get; }

    public override SyntaxKind Kind => SyntaxKind.JoinedStr;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitJoinedStr(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Values);
    }
}
