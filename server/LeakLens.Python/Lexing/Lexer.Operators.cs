using LeakLens.Python.Parsing;

namespace LeakLens.Python.Lexing;

/// <summary>Operators and brackets.</summary>
internal sealed partial class Lexer
{
    private void ReadOperator(char c, ref Token token)
    {
        switch (c)
        {
            case '(':
                Open(TokenKind.OpenParen, ref token);
                break;
            case '[':
                Open(TokenKind.OpenBracket, ref token);
                break;
            case '{':
                Open(TokenKind.OpenBrace, ref token);
                break;
            case ')':
                Close(TokenKind.CloseParen, ref token);
                break;
            case ']':
                Close(TokenKind.CloseBracket, ref token);
                break;
            case '}':
                Close(TokenKind.CloseBrace, ref token);
                break;
            default:
                ReadPunctuation(c, ref token);
                break;
        }
    }

    private void ReadPunctuation(char c, ref Token token)
    {
        switch (c)
        {
            case ',':
                Take(1, TokenKind.Comma, ref token);
                break;
            case '.':
                var dots = CharAt(_position + 1) == '.' && CharAt(_position + 2) == '.';
                Take(dots ? 3 : 1, dots ? TokenKind.Ellipsis : TokenKind.Dot, ref token);
                break;
            case ':':
                TakeWithEqual(1, TokenKind.Colon, TokenKind.ColonEqual, ref token);
                break;
            case ';':
                Take(1, TokenKind.Semicolon, ref token);
                break;
            case '~':
                Take(1, TokenKind.Tilde, ref token);
                break;
            case '=':
                TakeWithEqual(1, TokenKind.Equal, TokenKind.EqualEqual, ref token);
                break;
            case '!':
                TakeWithEqual(1, TokenKind.Exclamation, TokenKind.NotEqual, ref token);
                break;
            default:
                ReadArithmetic(c, ref token);
                break;
        }
    }

    private void ReadArithmetic(char c, ref Token token)
    {
        var doubled = CharAt(_position + 1) == c;
        switch (c)
        {
            case '+':
                TakeWithEqual(1, TokenKind.Plus, TokenKind.PlusEqual, ref token);
                break;
            case '-' when CharAt(_position + 1) == '>':
                Take(2, TokenKind.Arrow, ref token);
                break;
            case '-':
                TakeWithEqual(1, TokenKind.Minus, TokenKind.MinusEqual, ref token);
                break;
            case '*' when doubled:
                TakeWithEqual(2, TokenKind.DoubleStar, TokenKind.DoubleStarEqual, ref token);
                break;
            case '*':
                TakeWithEqual(1, TokenKind.Star, TokenKind.StarEqual, ref token);
                break;
            case '/' when doubled:
                TakeWithEqual(2, TokenKind.DoubleSlash, TokenKind.DoubleSlashEqual, ref token);
                break;
            case '/':
                TakeWithEqual(1, TokenKind.Slash, TokenKind.SlashEqual, ref token);
                break;
            case '%':
                TakeWithEqual(1, TokenKind.Percent, TokenKind.PercentEqual, ref token);
                break;
            case '@':
                TakeWithEqual(1, TokenKind.At, TokenKind.AtEqual, ref token);
                break;
            default:
                ReadBitwise(c, doubled, ref token);
                break;
        }
    }

    private void ReadBitwise(char c, bool doubled, ref Token token)
    {
        switch (c)
        {
            case '&':
                TakeWithEqual(1, TokenKind.Ampersand, TokenKind.AmpersandEqual, ref token);
                break;
            case '|':
                TakeWithEqual(1, TokenKind.Bar, TokenKind.BarEqual, ref token);
                break;
            case '^':
                TakeWithEqual(1, TokenKind.Caret, TokenKind.CaretEqual, ref token);
                break;
            case '<' when doubled:
                TakeWithEqual(2, TokenKind.LeftShift, TokenKind.LeftShiftEqual, ref token);
                break;
            case '<' when CharAt(_position + 1) == '>':
                Take(2, TokenKind.LessGreater, ref token);
                break;
            case '<':
                TakeWithEqual(1, TokenKind.Less, TokenKind.LessEqual, ref token);
                break;
            case '>' when doubled:
                TakeWithEqual(2, TokenKind.RightShift, TokenKind.RightShiftEqual, ref token);
                break;
            case '>':
                TakeWithEqual(1, TokenKind.Greater, TokenKind.GreaterEqual, ref token);
                break;
            case '`':
                _errors.Add(SyntaxErrorCodes.PythonTwo, _position, _position + 1, "Backticks made a text of a value in Python 2: write repr(...).");
                Take(1, TokenKind.Unknown, ref token);
                break;
            default:
                ReadInvalidCharacter(1, ref token);
                break;
        }
    }

    private void Open(TokenKind kind, ref Token token)
    {
        _brackets++;
        Take(1, kind, ref token);
    }

    private void Close(TokenKind kind, ref Token token)
    {
        if (_brackets > 0)
        {
            _brackets--;
        }

        Take(1, kind, ref token);
    }

    private void Take(int length, TokenKind kind, ref Token token)
    {
        token.Kind = kind;
        token.End = _position += length;
    }

    private void TakeWithEqual(int length, TokenKind plain, TokenKind withEqual, ref Token token)
    {
        var equal = CharAt(_position + length) == '=';
        Take(equal ? length + 1 : length, equal ? withEqual : plain, ref token);
    }
}
