using System.Globalization;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>Reads a pattern of <c>re</c> (Lib/re/_parser.py). What it does not follow makes the whole pattern unknown.</summary>
internal sealed class PatternParser
{
    private const int Deepest = 40;
    private const int MostRepeats = 1000;
    private const int MostGroups = 100;

    private readonly string _text;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private PatternFlags _flags;
    private int _at;
    private int _groups;
    private int _depth;
    private bool _isBad;

    private PatternParser(string text, PatternFlags flags)
    {
        _text = text;
        _flags = flags;
    }

    /// <summary>The tree, the number of groups, and their names; null when the pattern is wrong or not followed.</summary>
    public static (PatternNode Root, int Groups, IReadOnlyDictionary<string, int> Names)? Parse(string text, PatternFlags flags)
    {
        var parser = new PatternParser(text, flags);
        var root = parser.ReadChoice();
        return parser._isBad || parser._at < text.Length ? null : (root, parser._groups, parser._names);
    }

    private bool IsAtEnd => _at >= _text.Length;

    private PatternNode Bad()
    {
        _isBad = true;
        _at = _text.Length;
        return PatternNode.Empty;
    }

    private PatternNode ReadChoice(bool isConditional = false)
    {
        if (++_depth > Deepest)
        {
            return Bad();
        }

        var outer = _flags;
        var ways = new List<PatternNode> { ReadSequence() };
        while (!IsAtEnd && _text[_at] == '|')
        {
            _at++;
            ways.Add(ReadSequence());
        }

        _depth--;
        _flags = _depth == 0 ? _flags : outer;
        return ways.Count == 1 ? ways[0] : !isConditional && CharacterSet.Merge(ways) is { } set ? Take(set) : new PatternNode(PatternNodeKind.Choice, ways);
    }

    private PatternNode ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (true)
        {
            SkipBlanks();
            if (IsAtEnd || _text[_at] is '|' or ')')
            {
                return parts.Count == 1 ? parts[0] : new PatternNode(PatternNodeKind.Sequence, parts);
            }

            if (ReadItem() is { } item)
            {
                SkipBlanks();
                parts.Add(ReadRepeat(item));
            }
        }
    }

    private void SkipBlanks()
    {
        while (_flags.HasFlag(PatternFlags.Verbose) && !IsAtEnd && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#'))
        {
            var end = _text[_at] == '#' ? _text.IndexOf('\n', _at) : _at;
            _at = end < 0 ? _text.Length : end + 1;
        }
    }

    private PatternNode ReadRepeat(PatternNode item)
    {
        if (IsAtEnd || ReadCount() is not { } count)
        {
            return item;
        }

        var kind = PatternNodeKind.Greedy;
        if (!IsAtEnd && _text[_at] is '?' or '+')
        {
            kind = _text[_at++] == '?' ? PatternNodeKind.Lazy : PatternNodeKind.Possessive;
        }

        var isBad = item.Kind >= PatternNodeKind.LineStart || (count.Most >= 0 && count.Most < count.Least) || count.Least > MostRepeats || count.Most > MostRepeats;
        if (isBad || (!IsAtEnd && _text[_at] is '*' or '+' or '?'))
        {
            return Bad();
        }

        return new PatternNode(kind, [item], Least: count.Least, Most: count.Most);
    }

    private (int Least, int Most)? ReadCount()
    {
        switch (_text[_at])
        {
            case '*':
                _at++;
                return (0, -1);
            case '+':
                _at++;
                return (1, -1);
            case '?':
                _at++;
                return (0, 1);
            case '{':
                return ReadBraces();
            default:
                return null;
        }
    }

    /// <summary>What is no count stands for itself.</summary>
    private (int Least, int Most)? ReadBraces()
    {
        var end = _text.IndexOf('}', _at);
        var inner = end < 0 ? string.Empty : _text[(_at + 1)..end];
        var parts = inner.Split(',');
        if (inner.Length == 0 || parts.Length > 2 || (parts.Length == 2 && inner.Length == 1 && inner is not ",") || !parts.All(static part => part.All(char.IsAsciiDigit) && part.Length <= 4))
        {
            return null;
        }

        _at = end + 1;
        var least = parts[0].Length == 0 ? 0 : int.Parse(parts[0], CultureInfo.InvariantCulture);
        var most = parts.Length == 1 ? least : parts[1].Length == 0 ? -1 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        return (least, most);
    }

    private PatternNode? ReadItem()
    {
        var unit = _text[_at++];
        switch (unit)
        {
            case '.':
                return Take(CharacterSet.Any(_flags));
            case '^':
                return new PatternNode(PatternNodeKind.LineStart, [], Flags: _flags);
            case '$':
                return new PatternNode(PatternNodeKind.LineEnd, [], Flags: _flags);
            case '(':
                return ReadGroup();
            case '[':
                return ReadSet();
            case '\\':
                return ReadEscape();
            case '*' or '+' or '?':
                return Bad();
            default:
                return char.IsSurrogate(unit) ? Bad() : Take(CharacterSet.Of(unit, _flags));
        }
    }

    private static PatternNode Take(CharacterSet set) => new(PatternNodeKind.Set, [], set);

    private PatternNode ReadEscape()
    {
        if (IsAtEnd)
        {
            return Bad();
        }

        var unit = _text[_at++];
        switch (unit)
        {
            case 'A':
                return new PatternNode(PatternNodeKind.TextStart, []);
            case 'Z':
                return new PatternNode(PatternNodeKind.TextEnd, []);
            case 'b':
                return new PatternNode(PatternNodeKind.WordBorder, [], Flags: _flags);
            case 'B':
                return new PatternNode(PatternNodeKind.NoWordBorder, [], Flags: _flags);
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                return Take(CharacterSet.OfClass(unit, _flags));
            case >= '1' and <= '9':
                var digits = !IsAtEnd && char.IsAsciiDigit(_text[_at]) ? _text.Substring(_at++ - 1, 2) : unit.ToString();
                return Refer(int.Parse(digits, CultureInfo.InvariantCulture));
            default:
                return PatternEscape.Read(_text, unit, ref _at) is { } literal ? Take(CharacterSet.Of(literal, _flags)) : Bad();
        }
    }

    private PatternNode Refer(int group) => group <= _groups ? new PatternNode(PatternNodeKind.Reference, [], Number: group, Flags: _flags) : Bad();

    private PatternNode ReadSet()
    {
        var set = new CharacterSet(_flags);
        if (!IsAtEnd && _text[_at] == '^')
        {
            set.IsNegated = true;
            _at++;
        }

        for (var isFirst = true; !IsAtEnd && (isFirst || _text[_at] != ']'); isFirst = false)
        {
            if (!TryReadSetPart(out var low, out var name))
            {
                return Bad();
            }

            if (name != '\0')
            {
                set.AddClass(name);
            }
            else if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                _at++;
                if (!TryReadSetPart(out var high, out name) || name != '\0' || high < low)
                {
                    return Bad();
                }

                set.Add(low, high);
            }
            else
            {
                set.Add(low, low);
            }
        }

        if (IsAtEnd)
        {
            return Bad();
        }

        _at++;
        return Take(set);
    }

    private bool TryReadSetPart(out char unit, out char name)
    {
        name = '\0';
        unit = _text[_at++];
        if (unit != '\\' || IsAtEnd)
        {
            return unit != '\\' && !char.IsSurrogate(unit);
        }

        unit = _text[_at++];
        if (unit is 'd' or 'D' or 'w' or 'W' or 's' or 'S')
        {
            name = unit;
            return true;
        }

        var literal = unit == 'b' ? '\b' : PatternEscape.Read(_text, unit, ref _at);
        unit = literal ?? unit;
        return literal is not null;
    }

    private PatternNode? ReadGroup()
    {
        if (IsAtEnd || _text[_at] != '?')
        {
            return ReadNumbered(name: null);
        }

        _at++;
        var mark = IsAtEnd ? '\0' : _text[_at++];
        var next = IsAtEnd ? '\0' : _text[_at];
        switch (mark)
        {
            case ':':
                return ReadInner(PatternNodeKind.Sequence);
            case '>':
                return ReadInner(PatternNodeKind.Atomic);
            case '=':
                return ReadInner(PatternNodeKind.LookAhead);
            case '!':
                return ReadInner(PatternNodeKind.NotAhead);
            case '<' when next is '=' or '!':
                _at++;
                return ReadBehind(next == '=' ? PatternNodeKind.LookBehind : PatternNodeKind.NotBehind);
            case 'P' when next is '<':
                _at++;
                return ReadName('>') is { } name ? ReadNumbered(name) : Bad();
            case 'P' when next is '=':
                _at++;
                return ReadName(')') is { } known && _names.TryGetValue(known, out var group) ? Refer(group) : Bad();
            case '#':
                return ReadName(')') is null ? Bad() : null;
            case '(':
                return ReadConditional();
            default:
                _at--;
                return ReadFlags();
        }
    }

    private PatternNode ReadNumbered(string? name)
    {
        var number = ++_groups;
        if (number > MostGroups || (name is not null && !_names.TryAdd(name, number)))
        {
            return Bad();
        }

        return ReadInner(PatternNodeKind.Group, number);
    }

    private PatternNode ReadInner(PatternNodeKind kind, int number = 0, bool isConditional = false)
    {
        var inner = ReadChoice(isConditional);
        if (IsAtEnd)
        {
            return Bad();
        }

        _at++;
        return new PatternNode(kind, [inner], Number: number);
    }

    private PatternNode ReadBehind(PatternNodeKind kind)
    {
        var behind = ReadInner(kind);
        return behind.Parts is [{ Width: { } width }] ? behind with { Number = width } : Bad();
    }

    private string? ReadName(char end)
    {
        var close = _text.IndexOf(end, _at);
        if (close <= _at)
        {
            return null;
        }

        var name = _text[_at..close];
        _at = close + 1;
        return name;
    }

    private PatternNode ReadConditional()
    {
        if (ReadName(')') is not { } name || !(_names.TryGetValue(name, out var group) || int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out group)))
        {
            return Bad();
        }

        var inner = ReadInner(PatternNodeKind.Sequence, isConditional: true);
        return inner.Parts switch
        {
            [{ Kind: PatternNodeKind.Choice, Parts: [var yes, var no] }] => new PatternNode(PatternNodeKind.Conditional, [yes, no], Number: group),
            [{ Kind: not PatternNodeKind.Choice } yes] => new PatternNode(PatternNodeKind.Conditional, [yes, PatternNode.Empty], Number: group),
            _ => Bad(),
        };
    }

    /// <summary><c>(?i)</c> at the start, or <c>(?i:...)</c>.</summary>
    private PatternNode? ReadFlags()
    {
        var outer = _flags;
        var isOff = false;
        for (; !IsAtEnd && _text[_at] is not (':' or ')'); _at++)
        {
            var flag = _text[_at] switch
            {
                'i' => PatternFlags.IgnoreCase,
                'm' => PatternFlags.Multiline,
                's' => PatternFlags.DotAll,
                'x' => PatternFlags.Verbose,
                'a' => PatternFlags.Ascii,
                'u' => PatternFlags.Unicode,
                _ => PatternFlags.None,
            };
            if (flag == PatternFlags.None && (_text[_at] != '-' || isOff))
            {
                return Bad();
            }

            isOff |= flag == PatternFlags.None;
            _flags = isOff ? _flags & ~flag : _flags | flag;
        }

        if (IsAtEnd)
        {
            return Bad();
        }

        if (_text[_at++] == ')')
        {
            return _depth == 1 && !isOff ? null : Bad();
        }

        var inner = ReadInner(PatternNodeKind.Sequence);
        _flags = outer;
        return inner;
    }
}
