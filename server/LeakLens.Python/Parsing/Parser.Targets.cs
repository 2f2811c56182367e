using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>What can be assigned to.</summary>
internal sealed partial class Parser
{
    /// <summary>The targets of <c>for</c>: <c>in</c> ends them, so that comparisons are out of reach.</summary>
    private Expression ParseTargets()
    {
        var start = _token.Start;
        var target = ParseTarget();
        if (At(TokenKind.Comma) && target is not InvalidExpression)
        {
            var mark = _stack.Mark;
            _stack.Push(target);
            while (TryTake(TokenKind.Comma) && (CanStartExpression(_token.Kind) || At(TokenKind.Star)))
            {
                _stack.Push(ParseTarget());
            }

            target = new Syntax.Tuple(StartOf(start), _previousEnd, _stack.Pop<Expression>(mark), ExpressionContext.Load);
        }

        SetContext(target, ExpressionContext.Store);
        return target;
    }

    private Expression ParseTarget() => At(TokenKind.Star) ? ParseStarred() : ParseOperators(BitOrPrecedence);

    private void SetContext(Expression target, ExpressionContext context)
    {
        switch (target)
        {
            case Name name:
                name.Context = context;
                break;
            case Syntax.Attribute attribute:
                attribute.Context = context;
                break;
            case Subscript subscript:
                subscript.Context = context;
                break;
            case Starred starred when context == ExpressionContext.Store:
                starred.Context = context;
                SetContext(starred.Value, context);
                break;
            case List list:
                list.Context = context;
                SetContexts(list.Elements, context);
                break;
            case Syntax.Tuple tuple:
                tuple.Context = context;
                SetContexts(tuple.Elements, context);
                break;
            case InvalidExpression:
                break;
            default:
                ErrorAt(SyntaxErrorCodes.InvalidTarget, target, context == ExpressionContext.Del ? "This cannot be deleted." : "This cannot be assigned to.");
                break;
        }
    }

    private void SetContexts(ImmutableArray<Expression> targets, ExpressionContext context)
    {
        foreach (var target in targets)
        {
            SetContext(target, context);
        }
    }
}
