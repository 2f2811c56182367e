using System.Buffers;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>This part: values that hold values, and the choice among all kinds.</summary>
internal sealed partial class TomlParser
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,]}#=\"'[{\0");

    /// <param name="depth">How deep the value lies.</param>
    private TomlValue ParseValue(int depth)
    {
        var start = _position;
        return Current switch
        {
            '"' => new TomlString(default, IsAt("\"\"\"") ? ParseMultiLineBasicString() : ParseBasicString()) { Span = SpanFrom(start) },
            '\'' => new TomlString(default, IsAt("'''") ? ParseMultiLineLiteralString() : ParseLiteralString()) { Span = SpanFrom(start) },
            '[' => ParseArray(depth + 1),
            '{' => ParseInlineTable(depth),
            _ => ParseWord(),
        };
    }

    private TomlArray ParseArray(int depth)
    {
        var start = _position++;
        RequireDepth(depth, new TextSpan(start, 1));
        var array = new TomlArray(default, isOfTables: false);
        SkipLinesAndComments();
        while (Current != ']')
        {
            array.Add(ParseValue(depth));
            SkipLinesAndComments();
            if (Current == ',')
            {
                _position++;
                SkipLinesAndComments();
            }
            else if (Current != ']')
            {
                throw Unexpected($"',' or ']' follows a value of a list, which begins on line {LineOf(new TextSpan(start, 1))}");
            }
        }

        _position++;
        array.Span = SpanFrom(start);
        return array;
    }

    private TomlTable ParseInlineTable(int depth)
    {
        var start = _position++;
        var table = new TomlTable(default, TomlTableOrigin.Inline, ++_sections);
        SkipBlanks();
        while (Current != '}')
        {
            ParseEntry(table, table.Section, depth);
            SkipBlanks();
            if (Current == ',')
            {
                _position++;
                SkipBlanks();
                RejectTrailingComma();
            }
            else if (Current != '}')
            {
                throw Unexpected("',' or '}' follows a value in braces, on the same line");
            }
        }

        _position++;
        table.Span = SpanFrom(start);
        return table;
    }

    private void RejectTrailingComma()
    {
        if (Current == '}')
        {
            throw Error(new TextSpan(_position, 1), "braces cannot end with a comma; lists in brackets can");
        }
    }

    /// <summary>Everything that is written without quotes, brackets or braces.</summary>
    private TomlValue ParseWord()
    {
        var start = _position;
        SkipWord();
        if (_position == start)
        {
            throw Unexpected("a value should stand here");
        }

        // "1979-05-27 07:32:00": a space may stand for the T, if a time follows.
        if (TomlDates.LooksLikeDate(_text.AsSpan(start, _position - start)) && Current == ' ' && char.IsAsciiDigit(Peek(1)))
        {
            _position++;
            SkipWord();
        }

        var span = SpanFrom(start);
        var word = _text.AsSpan(start, span.Length);
        if (TomlScalars.TryRead(word, span, out var value, out var problem))
        {
            return value;
        }

        throw Error(span, $"{Quote(word.ToString())} {problem}");
    }

    private void SkipWord()
    {
        var length = _text.AsSpan(_position).IndexOfAny(WordEnds);
        _position = length < 0 ? _text.Length : _position + length;
    }

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, _position);
}
