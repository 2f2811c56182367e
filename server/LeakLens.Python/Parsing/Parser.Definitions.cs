using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Functions, classes, decorators and type parameters.</summary>
internal sealed partial class Parser
{
    private Statement ParseDecorated()
    {
        var start = _token.Start;
        var mark = _stack.Mark;
        while (At(TokenKind.At))
        {
            var line = _token.Start;
            Advance();
            _stack.Push(ParseNamedExpression());
            EndStatement(line);
            if (_restart >= 0)
            {
                _stack.Drop(_stack.Mark - 1);
                _restart = -1;
            }
        }

        var decorators = _stack.Pop<Expression>(mark);
        _clauseStart = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Def:
                return ParseFunction(_token.Start, decorators, isAsync: false);
            case TokenKind.Class:
                return ParseClass(decorators);
            case TokenKind.Async:
                return ParseAsync(decorators);
            default:
                ErrorHere(SyntaxErrorCodes.Expected, "Expected a function or class after the decorator.");
                return new InvalidStatement(start, _previousEnd);
        }
    }

    private FunctionDef ParseFunction(int start, ImmutableArray<Expression> decorators, bool isAsync)
    {
        Advance();
        var name = ExpectName();
        var typeParameters = ParseTypeParameters();
        Expect(TokenKind.OpenParen, "'('");
        var parameters = ParseParameters(TokenKind.CloseParen, annotated: true);
        Expect(TokenKind.CloseParen, "')'");
        var returns = TryTake(TokenKind.Arrow) ? ParseExpression() : null;
        var body = ParseBlock(out var headerEnd);
        if (Math.Max(parameters.End, returns?.End ?? 0) > headerEnd)
        {
            parameters = new Arguments(headerEnd, headerEnd, [], [], varArgs: null, [], [], keywordArgs: null, []);
            returns = null;
        }

        return new FunctionDef(start, EndOf(body, _previousEnd), name, parameters, body, decorators, returns, typeParameters, isAsync);
    }

    private ClassDef ParseClass(ImmutableArray<Expression> decorators)
    {
        var start = _token.Start;
        Advance();
        var name = ExpectName();
        var typeParameters = ParseTypeParameters();
        ImmutableArray<Expression> bases = [];
        ImmutableArray<Keyword> keywords = [];
        if (TryTake(TokenKind.OpenParen))
        {
            ParseArguments(_previousEnd - 1, out bases, out keywords);
            if (bases is [GeneratorExp generator] && generator.End == _previousEnd)
            {
                ErrorAt(SyntaxErrorCodes.Arguments, generator, "A class has no generator for a base.");
            }
        }

        var body = ParseBlock(out var headerEnd);
        if (headerEnd != int.MaxValue)
        {
            bases = bases.RemoveAll(each => each.End > headerEnd);
            keywords = keywords.RemoveAll(each => each.End > headerEnd);
        }

        return new ClassDef(start, EndOf(body, _previousEnd), name, bases, keywords, body, decorators, typeParameters);
    }

    private ImmutableArray<TypeParameter> ParseTypeParameters()
    {
        if (!TryTake(TokenKind.OpenBracket))
        {
            return [];
        }

        var mark = _stack.Mark;
        do
        {
            if (At(TokenKind.CloseBracket) && _stack.Mark > mark)
            {
                break;
            }

            _stack.Push(ParseTypeParameter());
        }
        while (TryTake(TokenKind.Comma));

        Expect(TokenKind.CloseBracket, "']'");
        return _stack.Pop<TypeParameter>(mark);
    }

    private TypeParameter ParseTypeParameter()
    {
        var start = _token.Start;
        if (TryTake(TokenKind.Star))
        {
            var name = ExpectName();
            var value = !TryTake(TokenKind.Equal) ? null : At(TokenKind.Star) ? ParseStarred() : ParseExpression();
            return new TypeVarTuple(start, _previousEnd, name, value);
        }

        if (TryTake(TokenKind.DoubleStar))
        {
            var name = ExpectName();
            var value = TryTake(TokenKind.Equal) ? ParseExpression() : null;
            return new ParamSpec(start, _previousEnd, name, value);
        }

        var variable = ExpectName();
        var bound = TryTake(TokenKind.Colon) ? ParseExpression() : null;
        var defaultValue = TryTake(TokenKind.Equal) ? ParseExpression() : null;
        return new TypeVar(StartOf(start), _previousEnd, variable, bound, defaultValue);
    }
}
