using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds;

/// <summary>Statements and the blocks they stand in.</summary>
internal static class CodeBlocks
{
    /// <summary>The statement that a node is, or stands in.</summary>
    public static Statement? StatementOf(this CodeMap code, SyntaxNode node) => node as Statement ?? code.StatementAround(node);

    /// <summary>The statements among which a statement stands.</summary>
    public static ImmutableArray<Statement> BlockOf(this CodeMap code, Statement statement)
    {
        foreach (var block in Of(code.ParentOf(statement)))
        {
            if (block.Contains(statement))
            {
                return block;
            }
        }

        return [];
    }

    /// <summary>The first statement behind the docstring; null for a body that is nothing else.</summary>
    public static Statement? FirstBelowDocstring(ImmutableArray<Statement> body) =>
        body is [Expr { Value: Constant { LiteralKind: ConstantKind.String } }, ..] ? body.ElementAtOrDefault(1) : body.FirstOrDefault();

    /// <summary>What stands behind it is never reached.</summary>
    public static bool Leaves(Statement statement) => statement is Return or Raise or Continue or Break;

    public static ImmutableArray<Statement> BodyOf(SyntaxNode loop) => loop switch
    {
        For each => each.Body,
        While repeated => repeated.Body,
        _ => [],
    };

    private static ImmutableArray<Statement>[] Of(SyntaxNode? owner) => owner switch
    {
        Module module => [module.Body],
        FunctionDef function => [function.Body],
        ClassDef type => [type.Body],
        With with => [with.Body],
        If branch => [branch.Body, branch.OrElse],
        For loop => [loop.Body, loop.OrElse],
        While loop => [loop.Body, loop.OrElse],
        Try attempt => [attempt.Body, attempt.OrElse, attempt.FinalBody],
        ExceptHandler handler => [handler.Body],
        MatchCase matched => [matched.Body],
        _ => [],
    };
}
