using System.Buffers;
using LeakLens.Python.Text;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.Toml;

/// <summary>This part: keys, and which table a key belongs to.</summary>
internal sealed partial class TomlParser
{
    private static readonly SearchValues<char> BareKey = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <param name="section">What tells the dotted keys of this header or pair of braces from those of others.</param>
    /// <param name="depth">How deep the table lies.</param>
    private void ParseEntry(TomlTable table, int section, int depth)
    {
        var key = ParseKey();
        SkipBlanks();
        if (Current != '=')
        {
            throw Unexpected("'=' follows a key");
        }

        _position++;
        SkipBlanks();
        RequireDepth(depth + key.Count, key[^1].Span);
        var parent = EnterDotted(table, key, section);
        var last = key[^1];
        if (parent.TryGet(last.Name, out var existing))
        {
            throw Repeated(last, existing);
        }

        parent.Add(new TomlEntry(last.Name, last.Span, ParseValue(depth + key.Count)));
    }

    private TomlTable EnterDotted(TomlTable table, List<TomlKeyPart> key, int section)
    {
        for (var i = 0; i < key.Count - 1; i++)
        {
            var part = key[i];
            if (!table.TryGet(part.Name, out var entry))
            {
                entry = new TomlEntry(part.Name, part.Span, new TomlTable(part.Span, TomlTableOrigin.Dotted, section));
                table.Add(entry);
            }

            table = entry.Value as TomlTable ?? throw Closed(part, entry);
            if (table.Origin == TomlTableOrigin.Implied)
            {
                (table.Origin, table.Section) = (TomlTableOrigin.Dotted, section);
            }

            if (table.Origin != TomlTableOrigin.Dotted || table.Section != section)
            {
                throw Closed(part, entry);
            }
        }

        return table;
    }

    private List<TomlKeyPart> ParseKey()
    {
        var parts = new List<TomlKeyPart> { ParseKeyPart() };
        while (true)
        {
            var behind = _position;
            SkipBlanks();
            if (Current != '.')
            {
                _position = behind;
                return parts;
            }

            _position++;
            SkipBlanks();
            parts.Add(ParseKeyPart());
        }
    }

    private TomlKeyPart ParseKeyPart()
    {
        var start = _position;
        var name = Current switch
        {
            '"' => IsAt("\"\"\"") ? throw Unexpected("a key stands on one line, in single or double quotes") : ParseBasicString(),
            '\'' => IsAt("'''") ? throw Unexpected("a key stands on one line, in single or double quotes") : ParseLiteralString(),
            _ => ParseBareKey(),
        };
        return new TomlKeyPart(name, TextSpan.FromBounds(start, _position));
    }

    private string ParseBareKey()
    {
        var rest = _text.AsSpan(_position);
        var length = rest.IndexOfAnyExcept(BareKey) is var end && end < 0 ? rest.Length : end;
        if (length == 0)
        {
            throw Unexpected("a key should stand here: letters, digits, '-' and '_', or a text in quotes");
        }

        _position += length;
        return rest[..length].ToString();
    }

    private TomlException Repeated(TomlKeyPart part, TomlEntry first) =>
        Error(part.Span, $"{Quote(part.Name)} is already set on line {LineOf(first.KeySpan)}");

    private TomlException Closed(TomlKeyPart part, TomlEntry first) => first.Value is TomlTable
        ? Error(part.Span, $"the table {Quote(part.Name)} is complete since line {LineOf(first.KeySpan)}, nothing can be added to it here")
        : Error(part.Span, $"{Quote(part.Name)} is {first.Value.Noun} since line {LineOf(first.KeySpan)}, it cannot have keys");

    private static string Quote(string word)
    {
        const int Longest = 40;
        return $"'{DisplayWidth.Sanitize(word.Length > Longest ? word[..Longest] + "..." : word)}'";
    }
}
