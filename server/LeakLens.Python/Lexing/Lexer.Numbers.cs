using LeakLens.Python.Parsing;

namespace LeakLens.Python.Lexing;

/// <summary>Numeric literals: bounds and kind; the value is worked out when somebody asks.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber(ref Token token)
    {
        token.Kind = TokenKind.Integer;
        var prefix = _text[_position] == '0' ? (char)(CharAt(_position + 1) | 0x20) : '\0';
        if (prefix is 'x' or 'o' or 'b')
        {
            _position += 2;
            ReadRadixDigits(prefix);
        }
        else
        {
            ReadDecimal(ref token);
        }

        token.End = _position;
        CheckNumberEnd(ref token);
    }

    private void ReadRadixDigits(char prefix)
    {
        var start = _position;
        var ok = true;
        while (true)
        {
            var c = CharAt(_position);
            if (c == '_')
            {
                ok &= char.IsAsciiHexDigit(CharAt(_position + 1));
            }
            else if (!char.IsAsciiHexDigit(c) || (prefix != 'x' && !char.IsAsciiDigit(c)))
            {
                break;
            }
            else
            {
                ok &= prefix == 'x' || c - '0' < (prefix == 'o' ? 8 : 2);
            }

            _position++;
        }

        if (!ok || _position == start)
        {
            _errors.Add(SyntaxErrorCodes.InvalidNumber, start - 2, _position, "This is not a valid number.");
        }
    }

    private void ReadDecimal(ref Token token)
    {
        var start = _position;
        var ok = ReadDigits();
        var whole = _position;
        if (CharAt(_position) == '.')
        {
            _position++;
            token.Kind = TokenKind.Float;
            ok &= !char.IsAsciiDigit(CharAt(_position)) || ReadDigits();
        }

        ok &= ReadExponent(ref token);
        if ((CharAt(_position) | 0x20) == 'j')
        {
            _position++;
            token.Kind = TokenKind.Imaginary;
        }

        if (token.Kind == TokenKind.Integer && _text[start] == '0' && _text.AsSpan(start, whole - start).ContainsAnyInRange('1', '9'))
        {
            _errors.Add(SyntaxErrorCodes.InvalidNumber, start, _position, "Decimal integers must not begin with 0; an octal one begins with 0o.");
        }
        else if (token.Kind == TokenKind.Integer && whole - start > SyntaxLimits.MaxIntegerDigits + _text.AsSpan(start, whole - start).Count('_'))
        {
            _errors.Add(SyntaxErrorCodes.InvalidNumber, start, _position, "This integer has too many digits; write it in hexadecimal.");
        }
        else if (!ok)
        {
            _errors.Add(SyntaxErrorCodes.InvalidNumber, start, _position, "This is not a valid number.");
        }
    }

    private bool ReadExponent(ref Token token)
    {
        if ((CharAt(_position) | 0x20) != 'e')
        {
            return true;
        }

        var sign = CharAt(_position + 1) is '+' or '-' ? 1 : 0;
        if (!char.IsAsciiDigit(CharAt(_position + 1 + sign)))
        {
            // `1else` is a number and a keyword.
            return sign == 0;
        }

        _position += 1 + sign;
        token.Kind = TokenKind.Float;
        return ReadDigits();
    }

    /// <summary>Digits with single underscores between them.</summary>
    private bool ReadDigits()
    {
        var ok = true;
        while (true)
        {
            var c = CharAt(_position);
            if (c == '_')
            {
                ok &= char.IsAsciiDigit(CharAt(_position + 1));
            }
            else if (!char.IsAsciiDigit(c))
            {
                return ok;
            }

            _position++;
        }
    }

    /// <summary>A number may be followed directly by a keyword (<c>1if x else y</c>), but by no other name.</summary>
    private void CheckNumberEnd(ref Token token)
    {
        if (Characters.CountNameUnits(_text, _position, first: true) == 0)
        {
            return;
        }

        var end = _position;
        while (Characters.IsAsciiNamePart(CharAt(end)))
        {
            end++;
        }

        var word = _text.AsSpan(_position, end - _position);
        if (word is "and" or "else" or "for" or "if" or "in" or "is" or "not" or "or")
        {
            return;
        }

        if (word is "l" or "L")
        {
            _errors.Add(SyntaxErrorCodes.PythonTwo, token.Start, end, "Long integers of Python 2 end in 'L'; since Python 3 every integer is as long as needed.");
        }
        else
        {
            _errors.Add(SyntaxErrorCodes.InvalidNumber, token.Start, end, "This is not a valid number.");
        }

        token.End = _position = Math.Max(end, _position + 1);
    }
}
