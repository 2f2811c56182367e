using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>Which statement stands before another in the same block.</summary>
internal static class Blocks
{
    public static Statement? Before(SyntaxNode owner, Statement statement)
    {
        foreach (var block in Of(owner))
        {
            var index = block.IndexOf(statement);
            if (index >= 0)
            {
                return index == 0 ? null : block[index - 1];
            }
        }

        return null;
    }

    private static ImmutableArray<Statement>[] Of(SyntaxNode owner) => owner switch
    {
        FunctionDef function => [function.Body],
        With with => [with.Body],
        If branch => [branch.Body, branch.OrElse],
        For loop => [loop.Body, loop.OrElse],
        While loop => [loop.Body, loop.OrElse],
        Try attempt => [attempt.Body, attempt.OrElse, attempt.FinalBody],
        ExceptHandler handler => [handler.Body],
        _ => [],
    };
}
