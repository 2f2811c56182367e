using LeakLens.Python.Parsing;

namespace LeakLens.Python.Lexing;

/// <summary>Line starts: columns with tabs to 8 and to 1, as CPython compares them, so that mixtures that depend on the tab's width are errors.</summary>
internal sealed partial class Lexer
{
    private readonly int[] _indents = new int[SyntaxLimits.MaxIndents];
    private readonly int[] _alternates = new int[SyntaxLimits.MaxIndents];
    private int _indentTop;
    private int _pendingDedents;

    /// <summary>Reads the next line that is not blank; true when its indentation makes a token.</summary>
    private bool ReadLineStart(ref Token token)
    {
        if (_pendingDedents > 0)
        {
            EmitDedent(ref token);
            return true;
        }

        while (true)
        {
            var column = MeasureIndent(out var alternate);
            var c = CharAt(_position);
            if (c == '#')
            {
                ReadComment();
                c = CharAt(_position);
            }
            else if (c is not ('\n' or '\r') && _position < _text.Length)
            {
                _atLineStart = false;
                return CompareIndent(column, alternate, ref token);
            }

            if (_position >= _text.Length)
            {
                _atLineStart = false;
                return false;
            }

            if (c is '\n' or '\r')
            {
                SkipLineBreak();
            }
        }
    }

    private int MeasureIndent(out int alternate)
    {
        var column = 0;
        var continued = 0;
        alternate = 0;
        while (true)
        {
            switch (CharAt(_position))
            {
                case ' ':
                    column++;
                    alternate++;
                    break;
                case '\t':
                    column = ((column / 8) + 1) * 8;
                    alternate++;
                    break;
                case '\f':
                    column = 0;
                    alternate = 0;
                    break;
                case '\\' when CharAt(_position + 1) is '\n' or '\r':
                    // The first line that a continuation joins decides the indentation.
                    continued = continued != 0 ? continued : column;
                    _position++;
                    SkipLineBreak();
                    CheckContinued();
                    continue;
                default:
                    if (continued != 0)
                    {
                        column = alternate = continued;
                    }

                    return column;
            }

            _position++;
        }
    }

    private bool CompareIndent(int column, int alternate, ref Token token)
    {
        var current = _indents[_indentTop];
        if (column == current)
        {
            CheckTabs(alternate == _alternates[_indentTop]);
            return false;
        }

        return column > current ? Push(column, alternate, ref token) : Pop(column, alternate, ref token);
    }

    private bool Push(int column, int alternate, ref Token token)
    {
        CheckTabs(alternate > _alternates[_indentTop]);
        if (_indentTop + 1 >= SyntaxLimits.MaxIndents)
        {
            _errors.Add(SyntaxErrorCodes.TooDeep, _position, _position + 1, "Too many levels of indentation.");
            return false;
        }

        _indents[++_indentTop] = column;
        _alternates[_indentTop] = alternate;
        token.Kind = TokenKind.Indent;
        token.Start = token.End = _position;
        return true;
    }

    private bool Pop(int column, int alternate, ref Token token)
    {
        var target = _indentTop;
        while (column < _indents[target])
        {
            target--;
        }

        if (column != _indents[target])
        {
            target = Nearest(column, target);
        }
        else
        {
            CheckTabs(alternate == _alternates[target]);
        }

        _pendingDedents = _indentTop - target;
        if (_pendingDedents == 0)
        {
            return false;
        }

        EmitDedent(ref token);
        return true;
    }

    /// <summary>A line that fits no open block belongs to the nearest one: most such lines are a slip of one column.</summary>
    private int Nearest(int column, int below)
    {
        _errors.Add(SyntaxErrorCodes.Indentation, _position, _position + 1, "This line's indentation matches no outer block.");
        return _indents[below + 1] - column <= column - _indents[below] ? below + 1 : below;
    }

    private void EmitDedent(ref Token token)
    {
        _indentTop--;
        _pendingDedents--;
        // Dedents still to come are asked for at the line's start again.
        _atLineStart = _pendingDedents > 0;
        token.Kind = TokenKind.Dedent;
        token.Start = token.End = _position;
    }

    private bool TryPopIndent()
    {
        if (_indentTop == 0)
        {
            return false;
        }

        _indentTop--;
        return true;
    }

    private void CheckTabs(bool consistent)
    {
        if (!consistent)
        {
            _errors.Add(SyntaxErrorCodes.Indentation, _position, _position + 1, "Tabs and spaces are mixed so that the indentation depends on the tab's width.");
        }
    }
}
