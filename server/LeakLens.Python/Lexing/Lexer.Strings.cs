using LeakLens.Python.Parsing;

namespace LeakLens.Python.Lexing;

/// <summary>String literals. Position stands on the opening quote, token.Start on the prefix.</summary>
internal sealed partial class Lexer
{
    /// <summary>Behind these no closing triple quotes stand: a second search for them is not begun.</summary>
    private int _noTripleSingle = int.MaxValue;
    private int _noTripleDouble = int.MaxValue;

    private void ReadString(ref Token token, StringFlags flags)
    {
        var quote = _text[_position];
        var triple = CharAt(_position + 1) == quote && CharAt(_position + 2) == quote;
        flags |= triple ? StringFlags.Triple : StringFlags.None;
        _position += triple ? 3 : 1;
        if ((flags & (StringFlags.Format | StringFlags.Template)) != StringFlags.None)
        {
            token.Kind = TokenKind.FormatStart;
        }
        else
        {
            token.Kind = TokenKind.String;
            flags = triple ? ReadTripleQuoted(quote, flags, token.Start) : ReadSingleQuoted(quote, flags, token.Start);
        }

        token.Flags = flags;
        token.End = _position;
    }

    private StringFlags ReadSingleQuoted(char quote, StringFlags flags, int start)
    {
        var text = _text;
        var i = _position;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == quote)
            {
                _position = i + 1;
                return flags;
            }

            if (c == '\\')
            {
                flags |= StringFlags.HasEscape;
                i += CharAt(i + 1) == '\r' && CharAt(i + 2) == '\n' ? 3 : 2;
                continue;
            }

            if (c is '\n' or '\r')
            {
                break;
            }

            if (c >= 128)
            {
                flags |= StringFlags.NotAscii;
            }

            i++;
        }

        _position = Math.Min(i, text.Length);
        _errors.Add(SyntaxErrorCodes.UnterminatedString, start, _position, "This string is not closed.");
        return flags;
    }

    private StringFlags ReadTripleQuoted(char quote, StringFlags flags, int start)
    {
        var text = _text;
        var from = _position;
        var i = from;
        var unterminated = quote == '"' ? _noTripleDouble <= from : _noTripleSingle <= from;
        while (!unterminated && i < text.Length)
        {
            var c = text[i];
            if (c == quote && CharAt(i + 1) == quote && CharAt(i + 2) == quote)
            {
                _position = i + 3;
                return flags;
            }

            if (c == '\\')
            {
                flags |= StringFlags.HasEscape;
                i += 2;
                continue;
            }

            if (c >= 128)
            {
                flags |= StringFlags.NotAscii;
            }

            i++;
        }

        return CloseAtLineEnd(quote, flags, start);
    }

    /// <summary>Triple quotes that nothing closes cost their own line, not the rest of the file.</summary>
    private StringFlags CloseAtLineEnd(char quote, StringFlags flags, int start)
    {
        if (quote == '"')
        {
            _noTripleDouble = Math.Min(_noTripleDouble, _position);
        }
        else
        {
            _noTripleSingle = Math.Min(_noTripleSingle, _position);
        }

        var rest = _text.AsSpan(_position).IndexOfAny('\n', '\r');
        _position = rest < 0 ? _text.Length : _position + rest;
        _errors.Add(SyntaxErrorCodes.UnterminatedString, start, _position, "This triple-quoted string is not closed.");
        return flags;
    }

    /// <summary>
    /// Reads a literal piece of an f-string from the position on, and what ends it, which is consumed unless the piece is
    /// unterminated. The piece ends at <paramref name="end"/>.
    /// </summary>
    public PieceEnd ReadPiece(StringFlags format, char quote, bool inSpecification, out int end, out bool hasEscape)
    {
        hasEscape = false;
        var triple = (format & StringFlags.Triple) != StringFlags.None;
        for (var i = _position; i < _text.Length; i++)
        {
            var c = _text[i];
            if (c == quote && (!triple || (CharAt(i + 1) == quote && CharAt(i + 2) == quote)))
            {
                return EndPiece(i, triple ? 3 : 1, PieceEnd.Quotes, out end);
            }

            if (c is '\n' or '\r' && !triple)
            {
                break;
            }

            if (c == '\\')
            {
                hasEscape = true;
                i = SkipEscape(i, (format & StringFlags.Raw) != StringFlags.None);
            }
            else if (c == '{')
            {
                if (inSpecification || CharAt(i + 1) != '{')
                {
                    return EndPiece(i, 1, PieceEnd.Field, out end);
                }

                hasEscape = true;
                i++;
            }
            else if (c == '}')
            {
                if (inSpecification)
                {
                    return EndPiece(i, 1, PieceEnd.Brace, out end);
                }

                hasEscape = true;
                i = SkipClosingBrace(i);
            }
        }

        return EndUnterminatedPiece(triple, out end);
    }

    private PieceEnd EndPiece(int end, int length, PieceEnd kind, out int pieceEnd)
    {
        pieceEnd = end;
        _position = end + length;
        if (kind == PieceEnd.Field)
        {
            _brackets++;
        }
        else if (kind == PieceEnd.Brace)
        {
            _brackets--;
        }

        return kind;
    }

    private PieceEnd EndUnterminatedPiece(bool triple, out int end)
    {
        var rest = _text.AsSpan(_position).IndexOfAny('\n', '\r');
        end = rest < 0 ? _text.Length : _position + rest;
        _errors.Add(SyntaxErrorCodes.UnterminatedString, _position, end, triple ? "This triple-quoted f-string is not closed." : "This f-string is not closed.");
        _position = end;
        return PieceEnd.Unterminated;
    }

    /// <summary>The last unit that belongs to the escape at this place; a brace opens a field even behind a backslash.</summary>
    private int SkipEscape(int index, bool raw)
    {
        var next = CharAt(index + 1);
        if (next is '{' or '}')
        {
            return index;
        }

        if (next == 'N' && !raw && CharAt(index + 2) == '{')
        {
            var close = _text.AsSpan(index, Math.Min(SyntaxLimits.MaxCharacterName, _text.Length - index)).IndexOfAny('}', '\n', '"');
            return close > 0 && _text[index + close] == '}' ? index + close : index + 1;
        }

        return next == '\r' && CharAt(index + 2) == '\n' ? index + 2 : index + 1;
    }

    private int SkipClosingBrace(int index)
    {
        if (CharAt(index + 1) == '}')
        {
            return index + 1;
        }

        _errors.Add(SyntaxErrorCodes.FormatString, index, index + 1, "A single '}' is not allowed in an f-string; write '}}'.");
        return index;
    }
}
