using System.Buffers;
using LeakLens.Python.Text;
using LeakLens.Workspace.Documents;

namespace LeakLens.Workspace.Notebooks;

/// <summary>
/// Walks through the text of a JSON document and knows where each string stands in it, which readers that decode do not say. It checks no more
/// of the grammar than it needs to find its way; what it cannot make sense of ends the walk.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> EndsOfWords = SearchValues.Create("\"{}[], \t\r\n");

    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    /// <summary>Goes behind a bracket, a comma or a colon if it is next.</summary>
    public bool TryTake(char expected)
    {
        SkipSpace();
        if (_position >= _text.Length || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    public bool IsNext(char expected)
    {
        SkipSpace();
        return _position < _text.Length && _text[_position] == expected;
    }

    /// <summary>
    /// Goes to the next item of an object or an array that was entered, behind the comma, or behind its end.
    /// </summary>
    public bool TryNext(char end, ref bool isFirst)
    {
        if (TryTake(end))
        {
            return false;
        }

        if (!isFirst)
        {
            Require(TryTake(','));
        }

        isFirst = false;
        return true;
    }

    /// <summary>The name of a member, as it is written; the cursor stands before its value.</summary>
    public ReadOnlySpan<char> TakeName()
    {
        var name = TakeString();
        Require(TryTake(':'));
        return _text.Slice(name.Start, name.Length);
    }

    /// <summary>Where the letters of a string stand, without its quotation marks.</summary>
    public TextSpan TakeString()
    {
        Require(TryTake('"'));
        var start = _position;
        while (true)
        {
            var length = _text[_position..].IndexOfAny('"', '\\');
            Require(length >= 0);
            _position += length;
            if (_text[_position] == '"')
            {
                return TextSpan.FromBounds(start, _position++);
            }

            Require(_position + 1 < _text.Length);
            _position += 2;
        }
    }

    /// <summary>However deep it is: nothing here calls itself.</summary>
    public void SkipValue()
    {
        var depth = 0;
        do
        {
            SkipSpace();
            Require(_position < _text.Length);
            switch (_text[_position])
            {
                case '"':
                    TakeString();
                    break;
                case '{' or '[':
                    depth++;
                    _position++;
                    break;
                case '}' or ']':
                    Require(--depth >= 0);
                    _position++;
                    break;
                default:
                    SkipWord();
                    break;
            }
        }
        while (depth > 0);
    }

    private void SkipWord()
    {
        var length = _text[_position..].IndexOfAny(EndsOfWords);
        _position = length < 0 ? _text.Length : _position + Math.Max(1, length);
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    private readonly void Require(bool condition)
    {
        if (!condition)
        {
            throw new DocumentException($"not a notebook: its JSON cannot be read at offset {_position}");
        }
    }
}
