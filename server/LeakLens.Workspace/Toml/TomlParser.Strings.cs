using System.Buffers;
using System.Globalization;
using System.Text;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>This part: the four kinds of strings.</summary>
internal sealed partial class TomlParser
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private const string BasicQuotes = "\"\"\"";
    private const string LiteralQuotes = "'''";

    private string ParseLiteralString()
    {
        var start = _position++;
        while (Current != '\'')
        {
            RequireSameLine(start);
            RejectControl("a text");
            _position++;
        }

        _position++;
        return _text[(start + 1)..(_position - 1)];
    }

    private string ParseBasicString()
    {
        var start = _position++;
        var value = new StringBuilder();
        while (Current != '"')
        {
            RequireSameLine(start);
            if (Current == '\\')
            {
                value.Append(ParseEscape());
                continue;
            }

            RejectControl("a text");
            value.Append(_text[_position++]);
        }

        _position++;
        return value.ToString();
    }

    private string ParseMultiLineLiteralString() => ParseMultiLine(LiteralQuotes, hasEscapes: false);

    private string ParseMultiLineBasicString() => ParseMultiLine(BasicQuotes, hasEscapes: true);

    private string ParseMultiLine(string quotes, bool hasEscapes)
    {
        var start = _position;
        var value = new StringBuilder();
        _position += quotes.Length;
        SkipLineEnd();
        while (!IsAt(quotes))
        {
            if (IsAtEnd)
            {
                throw Error(new TextSpan(start, quotes.Length), $"the text that begins here is never closed with {quotes}");
            }

            if (SkipLineEnd())
            {
                value.Append('\n');
            }
            else if (hasEscapes && Current == '\\')
            {
                ParseMultiLineEscape(value);
            }
            else
            {
                RejectControl("a text");
                value.Append(_text[_position++]);
            }
        }

        _position += quotes.Length;
        TakeQuotesBeforeTheEnd(value, quotes[0]);
        return value.ToString();
    }

    /// <summary>Up to two quotes may stand right before the closing three.</summary>
    private void TakeQuotesBeforeTheEnd(StringBuilder value, char quote)
    {
        for (var i = 0; i < 2 && Current == quote; i++)
        {
            value.Append(quote);
            _position++;
        }
    }

    /// <summary>A backslash at the end of a line swallows all white space up to the next character.</summary>
    private void ParseMultiLineEscape(StringBuilder value)
    {
        var start = _position++;
        SkipBlanks();
        if (!IsAtLineEnd)
        {
            _position = start;
            value.Append(ParseEscape());
            return;
        }

        do
        {
            SkipBlanks();
        }
        while (SkipLineEnd());
    }

    private string ParseEscape()
    {
        var start = _position++;
        var letter = Current;
        _position++;
        return letter switch
        {
            'b' => "\b",
            't' => "\t",
            'n' => "\n",
            'f' => "\f",
            'r' => "\r",
            '"' => "\"",
            '\\' => "\\",
            'u' => ParseCodePoint(start, digits: 4),
            'U' => ParseCodePoint(start, digits: 8),
            _ => throw UnknownEscape(start),
        };
    }

    private string ParseCodePoint(int start, int digits)
    {
        var written = _text.AsSpan(_position, Math.Min(digits, _text.Length - _position));
        if (written.Length < digits || written.ContainsAnyExcept(HexDigits))
        {
            throw Error(new TextSpan(start, 2), $"{_text[start..(start + 2)]} takes {digits} hexadecimal digits");
        }

        var code = int.Parse(written, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _position += digits;
        return Rune.IsValid(code)
            ? new Rune(code).ToString()
            : throw Error(SpanFrom(start), $"{_text[start.._position]} is no character of Unicode");
    }

    private TomlException UnknownEscape(int start)
    {
        _position = start + 1;
        return Error(new TextSpan(start, 1), $"a backslash cannot stand before {DescribeCurrent()}; write '\\\\', or put the text in single quotes, where a backslash is a backslash");
    }

    private void RequireSameLine(int start)
    {
        if (IsAtEnd || IsAtLineEnd)
        {
            throw Error(new TextSpan(start, 1), $"the text that begins here is not closed on its line; text of several lines stands in {BasicQuotes}");
        }
    }
}
