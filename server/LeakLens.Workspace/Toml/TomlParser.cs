using LeakLens.Python.Text;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.Toml;

/// <summary>Reads TOML 1.0.0 from left to right, and stops at the first error. This part: lines, comments and headers.</summary>
internal sealed partial class TomlParser
{
    /// <summary>How deep tables and lists may lie in each other, dotted keys included.</summary>
    public const int MostDepth = 100;

    private const char End = '\0';

    private readonly SourceText _source;
    private readonly string _text;
    private int _position;
    private int _sections;

    public TomlParser(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    private bool IsAtEnd => _position >= _text.Length;

    /// <summary>The character here. A NUL in the text looks like the end; wherever that matters, <see cref="IsAtEnd"/> decides.</summary>
    private char Current => Peek(0);

    private bool IsAtLineEnd => Current == '\n' || (Current == '\r' && Peek(1) == '\n');

    public TomlTable ParseDocument()
    {
        var root = new TomlTable(default, TomlTableOrigin.Header, section: 0);
        var (table, depth) = (root, 0);
        while (true)
        {
            SkipLinesAndComments();
            if (IsAtEnd)
            {
                return root;
            }

            if (Current == '[')
            {
                (table, depth) = ParseHeader(root);
            }
            else
            {
                ParseEntry(table, table.Section, depth);
            }

            RequireLineEnd();
        }
    }

    private (TomlTable Table, int Depth) ParseHeader(TomlTable root)
    {
        var start = _position;
        var isOfTables = Peek(1) == '[';
        _position += isOfTables ? 2 : 1;
        SkipBlanks();
        var key = ParseKey();
        SkipBlanks();
        if (Current != ']' || (isOfTables && Peek(1) != ']'))
        {
            throw Unexpected(isOfTables ? "the header of a list of tables ends with ']]'" : "the header of a table ends with ']'");
        }

        _position += isOfTables ? 2 : 1;
        RequireDepth(key.Count + (isOfTables ? 1 : 0), key[^1].Span);
        var span = TextSpan.FromBounds(start, _position);
        _sections++;
        return (isOfTables ? AddTable(root, key, span) : OpenTable(root, key, span), key.Count);
    }

    private TomlTable OpenTable(TomlTable root, List<TomlKeyPart> key, TextSpan span)
    {
        var parent = EnterParents(root, key);
        var last = key[^1];
        if (!parent.TryGet(last.Name, out var existing))
        {
            var table = new TomlTable(span, TomlTableOrigin.Header, _sections);
            parent.Add(new TomlEntry(last.Name, last.Span, table));
            return table;
        }

        if (existing.Value is not TomlTable { Origin: TomlTableOrigin.Implied } implied)
        {
            throw Repeated(last, existing);
        }

        (implied.Origin, implied.Section, implied.Span) = (TomlTableOrigin.Header, _sections, span);
        return implied;
    }

    private TomlTable AddTable(TomlTable root, List<TomlKeyPart> key, TextSpan span)
    {
        var parent = EnterParents(root, key);
        var last = key[^1];
        if (!parent.TryGet(last.Name, out var entry))
        {
            entry = new TomlEntry(last.Name, last.Span, new TomlArray(span, isOfTables: true));
            parent.Add(entry);
        }

        if (entry.Value is not TomlArray { IsOfTables: true } array)
        {
            throw Repeated(last, entry);
        }

        var table = new TomlTable(span, TomlTableOrigin.Header, _sections);
        array.Add(table);
        return table;
    }

    /// <summary>The table that a header's last name belongs to. Of a list of tables, that is the latest.</summary>
    private TomlTable EnterParents(TomlTable table, List<TomlKeyPart> key)
    {
        for (var i = 0; i < key.Count - 1; i++)
        {
            var part = key[i];
            if (!table.TryGet(part.Name, out var entry))
            {
                entry = new TomlEntry(part.Name, part.Span, new TomlTable(part.Span, TomlTableOrigin.Implied, _sections));
                table.Add(entry);
            }

            table = entry.Value switch
            {
                TomlTable { Origin: not TomlTableOrigin.Inline } inner => inner,
                TomlArray { IsOfTables: true } tables => (TomlTable)tables.Items[^1],
                _ => throw Closed(part, entry),
            };
        }

        return table;
    }

    private void SkipLinesAndComments()
    {
        do
        {
            SkipBlanks();
            SkipComment();
        }
        while (SkipLineEnd());
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            _position++;
        }
    }

    private void SkipComment()
    {
        if (Current != '#')
        {
            return;
        }

        while (!IsAtEnd && !IsAtLineEnd)
        {
            RejectControl("a comment");
            _position++;
        }
    }

    private bool SkipLineEnd()
    {
        if (!IsAtLineEnd)
        {
            return false;
        }

        _position += Current == '\r' ? 2 : 1;
        return true;
    }

    private void RequireLineEnd()
    {
        SkipBlanks();
        SkipComment();
        if (!IsAtEnd && !SkipLineEnd())
        {
            throw Unexpected("the line should end");
        }
    }

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : End;

    private bool IsAt(string word) => string.CompareOrdinal(_text, _position, word, 0, word.Length) == 0;

    private void RejectControl(string where)
    {
        if (_text[_position] is < ' ' and not '\t' or '\u007F')
        {
            throw Error(new TextSpan(_position, 1), $"{where} cannot hold {DescribeCurrent()}");
        }
    }

    private void RequireDepth(int depth, TextSpan span)
    {
        if (depth > MostDepth)
        {
            throw Error(span, $"tables and lists lie more than {MostDepth} deep in each other");
        }
    }

    private string DescribeCurrent() => IsAtEnd ? "the end of the file" : Current switch
    {
        '\n' => "the end of the line",
        '\r' => Peek(1) == '\n' ? "the end of the line" : "a carriage return without a line feed",
        '\t' => "a tab",
        var unit when unit < ' ' || unit == '\u007F' => $"the control character U+{(int)unit:X4}",
        var unit when char.IsHighSurrogate(unit) && char.IsLowSurrogate(Peek(1)) => $"'{unit}{Peek(1)}'",
        var unit => $"'{DisplayWidth.Sanitize(unit.ToString())}'",
    };

    private TomlException Unexpected(string expectation) => Error(new TextSpan(_position, IsAtEnd ? 0 : 1), $"{expectation}, but here is {DescribeCurrent()}");

    private TomlException Error(TextSpan span, string message) => new(_source, span, message);

    private int LineOf(TextSpan span) => _source.GetPosition(span.Start, ColumnUnit.Utf32).Line + 1;
}
