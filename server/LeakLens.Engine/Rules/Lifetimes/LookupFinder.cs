using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>Looks for a question to a dict about one key: <c>key in dict</c>, <c>dict.get(key)</c>, <c>dict[key]</c> in a try.</summary>
internal sealed class LookupFinder : SyntaxVisitor
{
    private readonly Expression _dict;
    private readonly Expression _key;
    private bool _isTried;

    public LookupFinder(Expression dict, Expression key)
    {
        _dict = dict;
        _key = key;
    }

    public SyntaxNode? Found { get; private set; }

    public override void VisitCompare(Compare node)
    {
        if (node is { Operators: [CompareOperator.In or CompareOperator.NotIn], Comparators: [var asked] } && SameExpression.Is(asked, _dict) && SameExpression.Is(node.Left, _key))
        {
            Found ??= node;
        }

        base.VisitCompare(node);
    }

    public override void VisitCall(Call node)
    {
        if (node is { Function: Python.Syntax.Attribute { Name: "get" } method, Arguments: [var asked, ..] } && SameExpression.Is(method.Value, _dict) && SameExpression.Is(asked, _key))
        {
            Found ??= node;
        }

        base.VisitCall(node);
    }

    public override void VisitTry(Try node)
    {
        (var before, _isTried) = (_isTried, true);
        VisitAll(node.Body);
        _isTried = before;
        VisitAll(node.Handlers);
        VisitAll(node.OrElse);
        VisitAll(node.FinalBody);
    }

    public override void VisitSubscript(Subscript node)
    {
        if (_isTried && node.Context is ExpressionContext.Load && SameExpression.Is(node.Value, _dict) && SameExpression.Is(node.Index, _key))
        {
            Found ??= node;
        }

        base.VisitSubscript(node);
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitLambda(Lambda node)
    {
    }
}
