using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>def</c> or <c>async def</c>, decorators included in the span of the node but not in that of its header.</summary>
public sealed class FunctionDef : Statement, IScopeNode
{
    public FunctionDef(int start, int end, string name, Arguments parameters, ImmutableArray<Statement> body, ImmutableArray<Expression> decorators, Expression? returns, ImmutableArray<TypeParameter> typeParameters, bool isAsync)
        : base(start, end)
    {
        Name = name;
        Parameters = parameters;
        Body = body;
        Decorators = decorators;
        Returns = returns;
        TypeParameters = typeParameters;
        IsAsync = isAsync;
    }

    public string Name { get; }

    public Arguments Parameters { get; }

    public ImmutableArray<Statement> Body { get; }

    public ImmutableArray<Expression> Decorators { get; }

    public Expression? Returns { get; }

    public ImmutableArray<TypeParameter> TypeParameters { get; }

    public bool IsAsync { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.FunctionDef;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitFunctionDef(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Decorators);
        visitor.VisitAll(TypeParameters);
        visitor.Visit(Parameters);
        visitor.VisitOptional(Returns);
        visitor.VisitAll(Body);
    }
}
