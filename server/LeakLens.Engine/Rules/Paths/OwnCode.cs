using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>Collects what one point evaluates itself.</summary>
internal sealed class OwnCode : SyntaxVisitor
{
    private readonly ImmutableArray<SyntaxNode>.Builder _nodes = ImmutableArray.CreateBuilder<SyntaxNode>();

    private OwnCode()
    {
    }

    public static ImmutableArray<SyntaxNode> Of(FlowPoint point)
    {
        if (point.Node is not { } node || point.Kind is FlowPointKind.Leave)
        {
            return [];
        }

        var code = new OwnCode();
        if (point.Kind is FlowPointKind.Iteration && node is For loop)
        {
            code.Visit(loop.Target);
        }
        else
        {
            code.Visit(node);
        }

        return code._nodes.ToImmutable();
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        _nodes.Add(node);
        node.VisitChildren(this);
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
        _nodes.Add(node);
        VisitAll(node.Decorators);
        Visit(node.Parameters);
    }

    public override void VisitClassDef(ClassDef node)
    {
        _nodes.Add(node);
        VisitAll(node.Decorators);
        VisitAll(node.Bases);
        VisitAll(node.Keywords);
    }

    /// <summary>Its body runs when it is called.</summary>
    public override void VisitLambda(Lambda node)
    {
        _nodes.Add(node);
        Visit(node.Parameters);
    }

    /// <summary>Only the guard and the body of a case come later.</summary>
    public override void VisitMatchCase(MatchCase node)
    {
        _nodes.Add(node);
        Visit(node.Pattern);
    }
}
