namespace LeakLens.Python.Syntax;

/// <summary><c>lambda parameters: body</c>.</summary>
public sealed class Lambda : Expression, IScopeNode
{
    public Lambda(int start, int end, Arguments parameters, Expression body)
        : base(start, end)
    {
        Parameters = parameters;
        Body = body;
    }

    public Arguments Parameters { get; }

    public Expression Body { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.Lambda;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitLambda(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Parameters);
        visitor.Visit(Body);
    }
}
