using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Lexing;

/// <summary>
/// Reads tokens without a parser: keeps account of which part of which f-string it is in. Begins where a statement does, with no
/// bracket open; indentation makes no tokens.
/// </summary>
internal sealed class TokenReader
{
    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly Stack<Frame> _frames = new();
    private Token _token;

    public TokenReader(string text, NameTable names, int start)
    {
        _text = text;
        _lexer = new Lexer(text, names, new ErrorList());
        _lexer.Restore(_lexer.Save() with { Position = Math.Max(start, _lexer.Position), AtLineStart = start == 0 });
        _token.Text = string.Empty;
    }

    private TokenReader(string text, Lexer lexer)
    {
        _text = text;
        _lexer = lexer;
        _token.Text = string.Empty;
    }

    /// <summary>Whether what was read last belongs to a string with fields that may have lines.</summary>
    public bool IsInTripleQuotes => _frames.TryPeek(out var frame) && (frame.Flags & StringFlags.Triple) != StringFlags.None;

    /// <summary>Puts the lexer behind a string with fields, or, when that is not closed, behind its first line. The token is its start.</summary>
    public static void SkipString(string text, Lexer lexer, in Token start)
    {
        var isOneLine = (start.Flags & StringFlags.Triple) == StringFlags.None;
        var mark = lexer.Save();
        var reader = new TokenReader(text, lexer);
        reader._frames.Push(new Frame(start.Flags, text[start.End - 1], lexer.Brackets, IsCode: false, InSpecification: false));
        while (reader._frames.Count > 0)
        {
            var before = lexer.Position;
            if (!reader.TryRead(out var token)
                || (isOneLine && text.AsSpan(before, token.Span.Start - before).ContainsAny('\r', '\n'))
                || !lexer.TrySpend(lexer.Position - before))
            {
                var rest = text.AsSpan(start.Start).IndexOfAny('\r', '\n');
                var line = rest < 0 ? text.Length : start.Start + rest;
                lexer.Restore(mark with { Position = line });
                return;
            }
        }
    }

    /// <summary>The next token; false at the end of the text.</summary>
    public bool TryRead(out SyntaxToken token)
    {
        while (true)
        {
            token = _frames.TryPeek(out var frame) && !frame.IsCode ? ReadLiteral(frame) : ReadCode();
            if (token.Kind == TokenKind.EndOfFile)
            {
                return false;
            }

            if (token.Span.Length > 0)
            {
                return true;
            }
        }
    }

    private SyntaxToken ReadCode()
    {
        var isInField = _frames.TryPeek(out var field) && _lexer.Brackets <= field.Brackets;
        _lexer.Next(ref _token);
        if (_token.Kind == TokenKind.FormatStart)
        {
            _frames.Push(new Frame(_token.Flags, _text[_token.End - 1], _lexer.Brackets, IsCode: false, InSpecification: false));
        }
        else if (_token.Kind is TokenKind.Colon or TokenKind.ColonEqual && isInField)
        {
            // In a field `:=` is a colon and a specification that begins with `=`.
            _lexer.MoveTo(_token.Start + 1);
            _frames.Push(field with { IsCode = false, InSpecification = true });
            return new SyntaxToken(TokenKind.Colon, new TextSpan(_token.Start, 1));
        }
        else if (_token.Kind == TokenKind.CloseBrace && isInField)
        {
            _frames.Pop();
        }

        return new SyntaxToken(_token.Kind, TextSpan.FromBounds(_token.Start, _token.End));
    }

    /// <summary>A piece of text, or what ends it.</summary>
    private SyntaxToken ReadLiteral(Frame frame)
    {
        var mark = _lexer.Save();
        var start = mark.Position;
        var kind = _lexer.ReadPiece(frame.Flags, frame.Quote, frame.InSpecification, out var end, out _);
        if (end > start)
        {
            // What ends it is read for itself next time.
            _lexer.Restore(mark with { Position = end });
            return new SyntaxToken(TokenKind.FormatMiddle, TextSpan.FromBounds(start, end));
        }

        switch (kind)
        {
            case PieceEnd.Field:
                _frames.Push(frame with { IsCode = true, Brackets = _lexer.Brackets });
                return new SyntaxToken(TokenKind.OpenBrace, TextSpan.FromBounds(end, _lexer.Position));
            case PieceEnd.Brace:
                // The specification ends, and with it the field.
                _frames.Pop();
                _frames.Pop();
                return new SyntaxToken(TokenKind.CloseBrace, TextSpan.FromBounds(end, _lexer.Position));
            default:
                CloseString();
                return new SyntaxToken(TokenKind.FormatEnd, TextSpan.FromBounds(end, _lexer.Position));
        }
    }

    /// <summary>The string ends here, whatever fields of it are open.</summary>
    private void CloseString()
    {
        var isOpen = true;
        while (isOpen && _frames.TryPop(out var frame))
        {
            isOpen = frame.IsCode || frame.InSpecification;
            _lexer.Restore(_lexer.Save() with { Brackets = frame.IsCode ? frame.Brackets - 1 : frame.Brackets });
        }
    }

    /// <summary>
    /// A string's text, a field of it, or a field's specification, which is text again. Brackets is how many were open where it began,
    /// a field's own brace included.
    /// </summary>
    private readonly record struct Frame(StringFlags Flags, char Quote, int Brackets, bool IsCode, bool InSpecification);
}
