using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>{k: v, **d}</c>; a null key stands for <c>**</c>.</summary>
public sealed class Dict : Expression
{
    public Dict(int start, int end, ImmutableArray<Expression?> keys, ImmutableArray<Expression> values)
        : base(start, end)
    {
        Keys = keys;
        Values = values;
    }

    public ImmutableArray<Expression?> Keys { get; }

    public ImmutableArray<Expression> Values { get; }

    public override SyntaxKind Kind => SyntaxKind.Dict;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitDict(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            visitor.VisitOptional(Keys[i]);
            visitor.Visit(Values[i]);
        }
    }
}
