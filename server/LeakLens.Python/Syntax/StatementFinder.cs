using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>Finds the last statement that begins at a place or before it, at any depth: from there on tokens can be read.</summary>
internal static class StatementFinder
{
    public static int FindStart(Module root, int offset)
    {
        var start = 0;
        for (var block = root.Body; FindLast(block, offset) is { } statement;)
        {
            start = statement.Start;
            block = FindBlock(statement, offset);
        }

        return start;
    }

    /// <summary>The last block of a statement that begins at the place or before it.</summary>
    private static ImmutableArray<Statement> FindBlock(Statement statement, int offset) => statement switch
    {
        FunctionDef function => function.Body,
        ClassDef type => type.Body,
        With with => with.Body,
        If branch => Later(branch.Body, branch.OrElse, offset),
        For loop => Later(loop.Body, loop.OrElse, offset),
        While loop => Later(loop.Body, loop.OrElse, offset),
        Try attempt => Later(Later(attempt.Body, FindBlock(attempt.Handlers, handler => handler.Body, offset), offset), Later(attempt.OrElse, attempt.FinalBody, offset), offset),
        Match match => FindBlock(match.Cases, branch => branch.Body, offset),
        _ => [],
    };

    private static ImmutableArray<Statement> Later(ImmutableArray<Statement> first, ImmutableArray<Statement> second, int offset) =>
        second is [var begin, ..] && begin.Start <= offset ? second : first;

    private static ImmutableArray<Statement> FindBlock<TNode>(ImmutableArray<TNode> clauses, Func<TNode, ImmutableArray<Statement>> getBody, int offset)
        where TNode : SyntaxNode => FindLast(clauses, offset) is { } clause ? getBody(clause) : [];

    private static TNode? FindLast<TNode>(ImmutableArray<TNode> nodes, int offset)
        where TNode : SyntaxNode
    {
        var (low, high) = (0, nodes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = nodes[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : nodes[low - 1];
    }
}
