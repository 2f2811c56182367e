using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>except type as name: body</c>.</summary>
public sealed class ExceptHandler : SyntaxNode
{
    public ExceptHandler(int start, int end, Expression? type, string? name, ImmutableArray<Statement> body)
        : base(start, end)
    {
        Type = type;
        Name = name;
        Body = body;
    }

    public Expression? Type { get; }

    public string? Name { get; }

    public ImmutableArray<Statement> Body { get; }

    public override SyntaxKind Kind => SyntaxKind.ExceptHandler;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitExceptHandler(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Type);
        visitor.VisitAll(Body);
    }
}
