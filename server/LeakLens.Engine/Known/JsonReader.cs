using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>json.loads</c> of a known text (Lib/json/decoder.py). Equal keys are one object, as in CPython.</summary>
internal sealed class JsonReader
{
    private static readonly KnownError Invalid = new("json.JSONDecodeError", "Expecting value");

    private readonly string _text;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private int _at;

    private JsonReader(string text)
    {
        _text = text;
    }

    public static object? Load(KnownCall call)
    {
        var text = call.At(0, "s") is byte[] bytes ? TextEncoding.Decode(bytes, encoding: null, errors: null) as string : call.TextAt(0, "s");
        if (text is null || call.Count > 1)
        {
            return null;
        }

        call.Work.Add(text.Length, WorkMeter.OfCharacter);
        var reader = new JsonReader(text);
        reader.SkipSpace();
        var value = reader.Read(0);
        reader.SkipSpace();
        return reader._at == text.Length || value is null or KnownError ? value : Invalid;
    }

    /// <summary>A value; an error where the text is wrong; null where it is too deep.</summary>
    private object? Read(int depth)
    {
        if (_at >= _text.Length || depth > KnownLimits.Deepest)
        {
            return _at >= _text.Length ? Invalid : null;
        }

        switch (_text[_at])
        {
            case '"':
                return ReadText() is { } text ? text : Invalid;
            case '{':
                return ReadDict(depth);
            case '[':
                return ReadList(depth);
            case '-' or (>= '0' and <= '9') when !IsWord("-Infinity"):
                return ReadNumber();
            default:
                return ReadWord();
        }
    }

    private object ReadWord()
    {
        foreach (var (word, value) in new (string, object)[] { ("null", KnownNone.Instance), ("true", true), ("false", false), ("NaN", double.NaN), ("Infinity", double.PositiveInfinity), ("-Infinity", double.NegativeInfinity) })
        {
            if (IsWord(word))
            {
                _at += word.Length;
                return value;
            }
        }

        return Invalid;
    }

    private bool IsWord(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private object ReadNumber()
    {
        var start = _at;
        _at += _text[_at] == '-' ? 1 : 0;
        var whole = SkipDigits();
        var isFloat = false;
        if (_at + 1 < _text.Length && _text[_at] == '.' && char.IsAsciiDigit(_text[_at + 1]))
        {
            isFloat = true;
            _at++;
            SkipDigits();
        }

        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            var mark = _at++;
            _at += _at < _text.Length && _text[_at] is '+' or '-' ? 1 : 0;
            if (SkipDigits() > 0)
            {
                isFloat = true;
            }
            else
            {
                _at = mark;
            }
        }

        var text = _text.AsSpan(start, _at - start);
        return whole == 0 ? Invalid
            : isFloat ? double.Parse(text, CultureInfo.InvariantCulture)
            : BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private int SkipDigits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _at - start;
    }

    private object? ReadList(int depth)
    {
        var items = new List<object>();
        _at++;
        SkipSpace();
        if (TryTake(']'))
        {
            return KnownSequence.List(items);
        }

        while (true)
        {
            var item = Read(depth + 1);
            if (item is null or KnownError || items.Count >= KnownLimits.MostItems)
            {
                return item is KnownError ? item : null;
            }

            items.Add(item);
            SkipSpace();
            if (TryTake(']'))
            {
                return new KnownSequence(isTuple: false, items, room: 0);
            }

            if (!TryTake(','))
            {
                return Invalid;
            }

            SkipSpace();
        }
    }

    private object? ReadDict(int depth)
    {
        var entries = new List<(object Key, object Value)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        _at++;
        SkipSpace();
        if (TryTake('}'))
        {
            return new KnownDict(entries);
        }

        while (true)
        {
            SkipSpace();
            if (_at >= _text.Length || _text[_at] != '"' || ReadText() is not { } key)
            {
                return Invalid;
            }

            key = _keys.TryGetValue(key, out var same) ? same : _keys[key] = key;
            SkipSpace();
            if (!TryTake(':'))
            {
                return Invalid;
            }

            SkipSpace();
            var value = Read(depth + 1);
            if (value is null or KnownError || entries.Count >= KnownLimits.MostItems)
            {
                return value is KnownError ? value : null;
            }

            if (places.TryGetValue(key, out var at))
            {
                entries[at] = (key, value);
            }
            else
            {
                places.Add(key, entries.Count);
                entries.Add((key, value));
            }

            SkipSpace();
            if (TryTake('}'))
            {
                return new KnownDict(entries, HasNewKeys: true);
            }

            if (!TryTake(','))
            {
                return Invalid;
            }
        }
    }

    private string? ReadText()
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] >= ' '; _at++)
        {
            var unit = _text[_at];
            if (unit == '"')
            {
                _at++;
                return text.ToString();
            }

            if (unit == '\\' && !TryEscape(out unit))
            {
                return null;
            }

            text.Append(unit);
        }

        return null;
    }

    private bool TryEscape(out char unit)
    {
        unit = ++_at < _text.Length ? _text[_at] : '\0';
        if (unit == 'u')
        {
            var isCode = _at + 4 < _text.Length && ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            unit = isCode ? (char)ushort.Parse(_text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : '\0';
            _at += 4;
            return isCode;
        }

        unit = unit switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'f' => '\f',
            'b' => '\b',
            '"' or '\\' or '/' => unit,
            _ => '\0',
        };
        return unit != '\0';
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private bool TryTake(char unit)
    {
        if (_at < _text.Length && _text[_at] == unit)
        {
            _at++;
            return true;
        }

        return false;
    }
}
