using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Whether something is called, awaited, yielded or assigned in a statement before the place of a <c>yield</c> in it.</summary>
internal sealed class EarlierCallFinder : SyntaxVisitor
{
    private readonly SyntaxNode _yield;
    private readonly List<int> _calls = [];
    private int _start;

    private EarlierCallFinder(SyntaxNode yield)
    {
        _yield = yield;
    }

    public static bool StandsFirst(FunctionDef function, SyntaxNode yield)
    {
        var finder = new EarlierCallFinder(yield);
        foreach (var statement in function.Body)
        {
            finder.Visit(statement);
        }

        return !finder._calls.Exists(start => start >= finder._start);
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        if (node is Statement && node.Start <= _yield.Start && _yield.End <= node.End)
        {
            _start = node.Start;
        }

        if (node is Call or Await or Yield or YieldFrom or NamedExpr or ListComp or SetComp or DictComp && node.End <= _yield.Start)
        {
            _calls.Add(node.Start);
        }

        base.DefaultVisit(node);
    }
}
