using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>function(arguments, **keywords)</c>.</summary>
public sealed class Call : Expression
{
    public Call(int start, int end, Expression function, ImmutableArray<Expression> arguments, ImmutableArray<Keyword> keywords)
        : base(start, end)
    {
        Function = function;
        Arguments = arguments;
        Keywords = keywords;
    }

    public Expression Function { get; }

    public ImmutableArray<Expression> Arguments { get; }

    public ImmutableArray<Keyword> Keywords { get; }

    public override SyntaxKind Kind => SyntaxKind.Call;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitCall(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Function);
        visitor.VisitAll(Arguments);
        visitor.VisitAll(Keywords);
    }
}
