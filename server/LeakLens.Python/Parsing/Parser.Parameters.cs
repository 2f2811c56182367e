using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The parameters of functions (annotated) and lambdas (bare).</summary>
internal sealed partial class Parser
{
    /// <summary>Defaults wait here while their parameters are on the stack: the two lists grow at the same time.</summary>
    private readonly List<Expression?> _defaults = [];

    private Arguments ParseParameters(TokenKind end, bool annotated)
    {
        var start = _token.Start;
        if (At(end))
        {
            return new Arguments(start, start, [], [], varArgs: null, [], [], keywordArgs: null, []);
        }

        var positionalOnly = ImmutableArray<Parameter>.Empty;
        var defaultMark = _defaults.Count;
        var mark = _stack.Mark;
        while (_token.Kind == TokenKind.Name || At(TokenKind.Slash))
        {
            if (At(TokenKind.Slash))
            {
                positionalOnly = TakePositionalOnly(mark, positionalOnly);
            }
            else
            {
                _stack.Push(ParseParameter(annotated, starAnnotation: false));
                TakeDefault(defaultMark);
            }

            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        var positional = _stack.Pop<Parameter>(mark);
        var defaults = PopDefaults(defaultMark);
        var starred = ParseStarredParameters(start, annotated, end);
        if (!At(end))
        {
            ErrorHere(SyntaxErrorCodes.Parameters, At(TokenKind.OpenParen) ? "Parameters cannot stand in parentheses." : "Expected a parameter.");
        }

        return new Arguments(StartOf(start), _previousEnd, positionalOnly, positional, starred.VarArgs, starred.KeywordOnly, starred.KeywordDefaults, starred.KeywordArgs, defaults);
    }

    private ImmutableArray<Parameter> TakePositionalOnly(int mark, ImmutableArray<Parameter> before)
    {
        if (before.Length > 0 || _stack.Mark == mark)
        {
            ErrorHere(SyntaxErrorCodes.Parameters, before.Length > 0 ? "'/' may appear only once." : "At least one parameter must precede '/'.");
        }

        Advance();
        var taken = _stack.Pop<Parameter>(mark);
        return before.Length > 0 ? before.AddRange(taken) : taken;
    }

    private void TakeDefault(int defaultMark)
    {
        if (TryTake(TokenKind.Equal))
        {
            _defaults.Add(ParseExpression());
        }
        else if (_defaults.Count > defaultMark)
        {
            ErrorHere(SyntaxErrorCodes.Parameters, "A parameter without a default follows one with a default.");
        }
    }

    private StarredParameters ParseStarredParameters(int start, bool annotated, TokenKind end)
    {
        var result = new StarredParameters([], []);
        CheckSeparated(start);
        if (TryTake(TokenKind.Star))
        {
            if (!At(TokenKind.Comma))
            {
                result.VarArgs = ParseParameter(annotated, starAnnotation: true);
            }

            if (TryTake(TokenKind.Comma))
            {
                ParseKeywordOnly(annotated, ref result);
            }

            if (result.VarArgs is null && result.KeywordOnly.Length == 0)
            {
                ErrorHere(SyntaxErrorCodes.Parameters, "Named parameters must follow a bare '*'.");
            }
        }

        CheckSeparated(start);
        if (TryTake(TokenKind.DoubleStar))
        {
            result.KeywordArgs = ParseParameter(annotated, starAnnotation: false);
            if (TryTake(TokenKind.Comma) && !At(end))
            {
                ErrorHere(SyntaxErrorCodes.Parameters, "Nothing may follow the '**' parameter.");
            }
        }

        return result;
    }

    /// <summary>A star that does not begin the list stands behind a comma.</summary>
    private void CheckSeparated(int start)
    {
        if (_token.Kind is TokenKind.Star or TokenKind.DoubleStar && _token.Start != start && _text[_previousEnd - 1] != ',')
        {
            ErrorHere(SyntaxErrorCodes.Parameters, "Expected ',' between parameters.");
        }
    }

    private void ParseKeywordOnly(bool annotated, ref StarredParameters result)
    {
        var mark = _stack.Mark;
        var defaultMark = _defaults.Count;
        while (At(TokenKind.Name))
        {
            _stack.Push(ParseParameter(annotated, starAnnotation: false));
            _defaults.Add(TryTake(TokenKind.Equal) ? ParseExpression() : null);
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        result.KeywordOnly = _stack.Pop<Parameter>(mark);
        result.KeywordDefaults = PopOptionalDefaults(defaultMark);
    }

    private Parameter ParseParameter(bool annotated, bool starAnnotation)
    {
        var start = _token.Start;
        var name = ExpectName();
        Expression? annotation = null;
        if (annotated && TryTake(TokenKind.Colon))
        {
            annotation = starAnnotation && At(TokenKind.Star) ? ParseStarred() : ParseExpression();
        }

        return new Parameter(StartOf(start), _previousEnd, name, annotation);
    }

    private ImmutableArray<Expression> PopDefaults(int mark)
    {
        if (_defaults.Count == mark)
        {
            return [];
        }

        var builder = ImmutableArray.CreateBuilder<Expression>(_defaults.Count - mark);
        for (var i = mark; i < _defaults.Count; i++)
        {
            if (_defaults[i] is { } value)
            {
                builder.Add(value);
            }
        }

        _defaults.RemoveRange(mark, _defaults.Count - mark);
        return builder.DrainToImmutable();
    }

    private ImmutableArray<Expression?> PopOptionalDefaults(int mark)
    {
        var count = _defaults.Count - mark;
        var values = ImmutableArray.Create(CollectionsMarshal.AsSpan(_defaults).Slice(mark, count));
        _defaults.RemoveRange(mark, count);
        return values;
    }

    private record struct StarredParameters(ImmutableArray<Parameter> KeywordOnly, ImmutableArray<Expression?> KeywordDefaults)
    {
        public Parameter? VarArgs { get; set; }

        public Parameter? KeywordArgs { get; set; }
    }
}
