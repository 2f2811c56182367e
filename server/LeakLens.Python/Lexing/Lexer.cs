using System.Collections.Immutable;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Lexing;

/// <summary>
/// Cuts a text into tokens, one on demand, after CPython's tokenizer: indentation by its rules for tabs, line ends ignored in
/// brackets, strings whole, f-strings piece by piece as the parser asks for them.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly NameTable _names;
    private readonly ErrorList _errors;
    private TextSpan[] _comments = [];
    private int _commentCount;
    private int _position;
    private int _brackets;
    private bool _atLineStart = true;
    private bool _lineHasToken;

    public Lexer(string text, NameTable names, ErrorList errors)
    {
        _text = text;
        _names = names;
        _errors = errors;
        SkipByteOrderMark();
    }

    /// <summary>Where the next token is looked for.</summary>
    public int Position => _position;

    /// <summary>How many brackets are open.</summary>
    public int Brackets => _brackets;

    public ImmutableArray<TextSpan> TakeComments() => _comments.AsSpan(0, _commentCount).ToImmutableArray();

    public Mark Save() => new(_position, _brackets, _commentCount, _pendingDedents, _atLineStart, _lineHasToken);

    public void Restore(in Mark mark)
    {
        _position = mark.Position;
        _brackets = mark.Brackets;
        _commentCount = mark.Comments;
        _pendingDedents = mark.PendingDedents;
        _atLineStart = mark.AtLineStart;
        _lineHasToken = mark.LineHasToken;
    }

    public void Next(ref Token token)
    {
        if (_atLineStart && ReadLineStart(ref token))
        {
            return;
        }

        while (true)
        {
            var c = CharAt(_position);
            token.Start = _position;
            if (Characters.IsAsciiNameStart(c))
            {
                _lineHasToken = true;
                ReadName(ref token);
                return;
            }

            if (c == ' ' || c == '\t' || c == '\f')
            {
                _position++;
                continue;
            }

            if (c is '\n' or '\r' or '#' or '\\')
            {
                if (ReadLineEnd(c, ref token))
                {
                    return;
                }

                continue;
            }

            ReadOther(c, ref token);
            return;
        }
    }

    private void ReadOther(char c, ref Token token)
    {
        if (c == '\0' && _position >= _text.Length)
        {
            ReadEnd(ref token);
            return;
        }

        _lineHasToken = true;
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(CharAt(_position + 1))))
        {
            ReadNumber(ref token);
        }
        else if (c is '"' or '\'')
        {
            ReadString(ref token, StringFlags.None);
        }
        else if (c < 128)
        {
            ReadOperator(c, ref token);
        }
        else
        {
            ReadNotAscii(ref token);
        }
    }

    /// <summary>A comment, a line end or a continuation; true when it makes a token.</summary>
    private bool ReadLineEnd(char c, ref Token token)
    {
        if (c == '#')
        {
            ReadComment();
            return false;
        }

        if (c == '\\')
        {
            return !SkipContinuation(ref token);
        }

        if (_brackets > 0)
        {
            SkipLineBreak();
            return false;
        }

        token.Kind = TokenKind.NewLine;
        token.End = _position;
        SkipLineBreak();
        _atLineStart = true;
        _lineHasToken = false;
        return true;
    }

    private void ReadComment()
    {
        var rest = _text.AsSpan(_position).IndexOfAny('\n', '\r');
        var end = rest < 0 ? _text.Length : _position + rest;
        if (_commentCount == _comments.Length)
        {
            Array.Resize(ref _comments, Math.Max(16, _comments.Length * 2));
        }

        _comments[_commentCount++] = TextSpan.FromBounds(_position, end);
        _position = end;
    }

    /// <summary>Backslash and line end join two lines; a backslash before anything else is an error token.</summary>
    private bool SkipContinuation(ref Token token)
    {
        if (CharAt(_position + 1) is '\n' or '\r')
        {
            _position++;
            SkipLineBreak();
            CheckContinued();
            return true;
        }

        _errors.Add(SyntaxErrorCodes.InvalidCharacter, _position, _position + 1, "Only a line end may follow a line continuation character.");
        _lineHasToken = true;
        token.Kind = TokenKind.Unknown;
        token.End = ++_position;
        return false;
    }

    private void CheckContinued()
    {
        if (_position >= _text.Length)
        {
            _errors.Add(SyntaxErrorCodes.UnexpectedEnd, _position - 1, _position, "Unexpected end of file after a line continuation.");
        }
    }

    private void SkipLineBreak()
    {
        if (_text[_position++] == '\r' && CharAt(_position) == '\n')
        {
            _position++;
        }
    }

    private void ReadEnd(ref Token token)
    {
        token.End = _position;
        if (_lineHasToken)
        {
            _lineHasToken = false;
            token.Kind = TokenKind.NewLine;
            return;
        }

        token.Kind = TryPopIndent() ? TokenKind.Dedent : TokenKind.EndOfFile;
    }

    private void SkipByteOrderMark()
    {
        if (CharAt(0) == '\uFEFF')
        {
            _position = 1;
        }
    }

    private char CharAt(int index)
    {
        var text = _text;
        return (uint)index < (uint)text.Length ? text[index] : '\0';
    }

    /// <summary>All that is needed to read from a place again.</summary>
    internal readonly record struct Mark(int Position, int Brackets, int Comments, int PendingDedents, bool AtLineStart, bool LineHasToken);
}
