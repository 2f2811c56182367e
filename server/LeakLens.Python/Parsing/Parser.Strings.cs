using LeakLens.Python.Lexing;
using LeakLens.Python.Literals;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>String literals: adjacent ones are one constant, decoded when asked for, unless one of them is an f-string or t-string.</summary>
internal sealed partial class Parser
{
    /// <summary>CPython's <c>MAX_EXPR_NESTING</c>, the outermost field left out.</summary>
    private const int MaxSpecifications = 2;

    private const StringFlags Formatted = StringFlags.Format | StringFlags.Template;

    private Expression ParseStrings()
    {
        var checkpoint = default(Checkpoint);
        var first = _token;
        if (At(TokenKind.String))
        {
            var kinds = first.Flags;
            checkpoint = Save();
            do
            {
                CheckLiteral(kinds);
                kinds |= _token.Flags;
                Advance();
            }
            while (At(TokenKind.String));

            if (!At(TokenKind.FormatStart))
            {
                var kind = (first.Flags & StringFlags.Bytes) != StringFlags.None ? ConstantKind.Bytes : ConstantKind.String;
                return new Constant(first.Start, _previousEnd, kind, _literals, IsUnicode(first));
            }

            Restore(checkpoint);
        }

        return ParseFormatted(first);
    }

    /// <summary>CPython keeps <c>u</c>, but not <c>U</c>.</summary>
    private bool IsUnicode(in Token token) => (token.Flags & StringFlags.Unicode) != StringFlags.None && _text[token.Start] == 'u';

    private void CheckLiteral(StringFlags kinds)
    {
        var isBytes = (_token.Flags & StringFlags.Bytes) != StringFlags.None;
        if (isBytes != ((kinds & StringFlags.Bytes) != StringFlags.None))
        {
            ErrorHere(SyntaxErrorCodes.InvalidSyntax, "Bytes and text cannot be joined.");
        }

        if (isBytes && (_token.Flags & StringFlags.NotAscii) != StringFlags.None)
        {
            ErrorHere(SyntaxErrorCodes.InvalidCharacter, "Bytes can only contain ASCII characters.");
        }

        if ((_token.Flags & (StringFlags.HasEscape | StringFlags.Raw)) == StringFlags.HasEscape)
        {
            CheckEscapes(_token.Start, _token.End, isBytes);
        }
    }

    private void CheckEscapes(int start, int end, bool isBytes)
    {
        var rest = _text.AsSpan(start, end - start);
        for (var at = rest.IndexOf('\\'); at >= 0; at = rest.IndexOf('\\'))
        {
            rest = rest[at..];
            if (EscapeDecoder.IsInvalid(rest, isBytes))
            {
                var offset = end - rest.Length;
                _errors.Add(SyntaxErrorCodes.InvalidEscape, offset, offset + 2, "This escape sequence is incomplete or names no character.");
            }

            rest = rest[Math.Min(2, rest.Length)..];
        }
    }

    /// <summary>Strings of which one at least has fields.</summary>
    private Expression ParseFormatted(in Token first)
    {
        var isTemplate = false;
        var isMixed = false;
        var pieces = new PieceBuilder(_stack);
        while (_token.Kind is TokenKind.String or TokenKind.FormatStart)
        {
            if (At(TokenKind.FormatStart))
            {
                var template = (_token.Flags & StringFlags.Template) != StringFlags.None;
                isTemplate |= template;
                isMixed |= !template;
                ParseFormatString(ref pieces);
                continue;
            }

            isMixed = true;
            CheckLiteral(first.Flags);
            if ((_token.Flags & StringFlags.Bytes) != StringFlags.None)
            {
                ErrorHere(SyntaxErrorCodes.InvalidSyntax, "Bytes and text cannot be joined.");
            }

            var value = StringDecoder.DecodeText(_text.AsSpan(_token.Start, _token.End - _token.Start));
            pieces.Add(_token.Start, _token.End, value, IsUnicode(_token));
            Advance();
        }

        if (isTemplate && isMixed)
        {
            _errors.Add(SyntaxErrorCodes.InvalidSyntax, first.Start, _previousEnd, "A t-string can only be joined with t-strings.");
        }

        var values = pieces.ToImmutable();
        return isTemplate ? new TemplateStr(first.Start, _previousEnd, values) : new JoinedStr(first.Start, _previousEnd, values);
    }

    private void ParseFormatString(ref PieceBuilder pieces)
    {
        if (!TryDescend())
        {
            return;
        }

        var format = new FormatContext(_token.Flags, _text[_token.End - 1]);
        while (true)
        {
            var start = _lexer.Position;
            var end = _lexer.ReadPiece(format.Flags, format.Quote, inSpecification: false, out var pieceEnd, out var hasEscape);
            AddPiece(ref pieces, start, pieceEnd, format, hasEscape, braces: true);
            if (end != PieceEnd.Field || !ParseField(ref pieces, format))
            {
                break;
            }
        }

        _depth--;
        // The current token still is the string's start: its end is where the pieces ended.
        _token.End = _lexer.Position;
        Advance();
    }

    private void AddPiece(ref PieceBuilder pieces, int start, int end, FormatContext format, bool hasEscape, bool braces)
    {
        if (end == start)
        {
            return;
        }

        var isRaw = (format.Flags & StringFlags.Raw) != StringFlags.None;
        if (hasEscape && !isRaw)
        {
            CheckEscapes(start, end, isBytes: false);
        }

        pieces.Add(start, end, StringDecoder.DecodePiece(_text.AsSpan(start, end - start), isRaw, braces), isUnicode: false);
    }

    /// <summary>A replacement field; the lexer stands behind its opening brace. False when it is not closed.</summary>
    private bool ParseField(ref PieceBuilder pieces, FormatContext format)
    {
        var start = _lexer.Position - 1;
        _token.End = _lexer.Position;
        Advance();
        if (format.Specifications > MaxSpecifications)
        {
            ErrorHere(SyntaxErrorCodes.FormatString, "Format specifications are nested too deeply.");
        }

        var value = ParseFieldValue();
        var expressionEnd = _previousEnd;
        var isDebug = At(TokenKind.Equal);
        if (isDebug)
        {
            var textEnd = TakeDebugText();
            pieces.Add(start + 1, textEnd, StringDecoder.DecodePiece(_text.AsSpan(start + 1, textEnd - start - 1), raw: true, braces: false), isUnicode: false);
        }

        var conversion = ParseConversion();
        JoinedStr? specification = null;
        if (_token.Kind is TokenKind.Colon or TokenKind.ColonEqual)
        {
            specification = ParseSpecification(format);
            if (specification is null)
            {
                return false;
            }
        }
        else if (!At(TokenKind.CloseBrace))
        {
            ErrorHere(SyntaxErrorCodes.FormatString, "Expected '}' at the end of the field.");
            _lexer.AbandonString(_previousEnd);
            return false;
        }

        if (isDebug && conversion < 0 && specification is null)
        {
            conversion = 'r';
        }

        var end = _lexer.Position;
        pieces.Push((format.Flags & StringFlags.Template) != StringFlags.None && format.Specifications == 0
            ? new Interpolation(start, end, value, _text[(start + 1)..expressionEnd], conversion, specification)
            : new FormattedValue(start, end, value, conversion, specification));
        return true;
    }

    private Expression ParseFieldValue()
    {
        if (_token.Kind is TokenKind.CloseBrace or TokenKind.Colon or TokenKind.Exclamation or TokenKind.Equal)
        {
            ErrorHere(SyntaxErrorCodes.FormatString, "A field needs an expression.");
            return Missing();
        }

        var start = _token.Start;
        if (At(TokenKind.Lambda))
        {
            ErrorHere(SyntaxErrorCodes.FormatString, "A lambda in a field needs parentheses: its colon would begin the format.");
        }

        var value = ParseRightHandSide();
        if (_token.Kind is not (TokenKind.For or TokenKind.Async))
        {
            return value;
        }

        // Up to Python 3.11 a field was read as if in parentheses, which let a bare generator in.
        var generators = ParseComprehensions();
        return new GeneratorExp(start, _previousEnd, value, generators);
    }

    /// <summary><c>{x = }</c>: the text up to the next thing that is not blank is part of the string.</summary>
    private int TakeDebugText()
    {
        Advance();
        return _token.Kind is TokenKind.CloseBrace or TokenKind.Exclamation or TokenKind.Colon ? _token.Start : _previousEnd;
    }

    private int ParseConversion()
    {
        if (!TryTake(TokenKind.Exclamation))
        {
            return -1;
        }

        if (_token.Start != _previousEnd || _token.Kind != TokenKind.Name || _token.Text is not ("r" or "s" or "a"))
        {
            ErrorHere(SyntaxErrorCodes.FormatString, "A conversion is one of !r, !s and !a.");
            return -1;
        }

        int conversion = _token.Text[0];
        Advance();
        return conversion;
    }

    /// <summary>The format specification behind a colon, which is a string with fields of its own.</summary>
    private JoinedStr? ParseSpecification(FormatContext format)
    {
        if (!TryDescend())
        {
            return null;
        }

        var start = _token.Start;
        _lexer.MoveTo(start + 1);
        var pieces = new PieceBuilder(_stack);
        while (true)
        {
            var from = _lexer.Position;
            var end = _lexer.ReadPiece(format.Flags, format.Quote, inSpecification: true, out var pieceEnd, out var hasEscape);
            AddPiece(ref pieces, from, pieceEnd, format, hasEscape, braces: false);
            if (end == PieceEnd.Brace)
            {
                _depth--;
                _token.End = _lexer.Position;
                return new JoinedStr(start, pieceEnd, pieces.ToImmutable());
            }

            if (end == PieceEnd.Field && ParseField(ref pieces, format with { Specifications = format.Specifications + 1 }))
            {
                continue;
            }

            if (end == PieceEnd.Quotes)
            {
                ErrorHere(SyntaxErrorCodes.FormatString, "Expected '}' at the end of the field.");
                _lexer.AbandonString(_previousEnd);
            }

            _depth--;
            pieces.Drop();
            return null;
        }
    }

    /// <summary>How the string that a field stands in is written, and in how many specifications of it the field stands.</summary>
    private readonly record struct FormatContext(StringFlags Flags, char Quote, int Specifications = 0);
}
