using LeakLens.Python.Parsing;

namespace LeakLens.Python.Lexing;

/// <summary>Names, keywords and the prefixes of strings.</summary>
internal sealed partial class Lexer
{
    private void ReadName(ref Token token)
    {
        var start = _position;
        var text = _text;
        var hash = 0u;
        var i = start;
        while ((uint)i < (uint)text.Length && Characters.IsAsciiNamePart(text[i]))
        {
            hash = NameTable.Step(hash, text[i]);
            i++;
        }

        var next = CharAt(i);
        if (next >= 128 && Characters.CountNameUnits(text, i, first: false) > 0)
        {
            ReadUnicodeName(i, ref token);
            return;
        }

        _position = i;
        if (next is '"' or '\'' && i - start <= 2 && TryReadPrefix(text.AsSpan(start, i - start), out var flags))
        {
            ReadString(ref token, flags);
            return;
        }

        ref var entry = ref _names.Find(text.AsSpan(start, i - start), hash);
        token.Kind = entry.Kind;
        token.Text = entry.Text;
        token.End = i;
    }

    /// <summary>A name with letters beyond ASCII: the same name as its NFKC form (PEP 3131).</summary>
    private void ReadUnicodeName(int from, ref Token token)
    {
        var i = from;
        while (Characters.CountNameUnits(_text, i, first: false) is var units && units > 0)
        {
            i += units;
        }

        _position = i;
        token.Kind = TokenKind.Name;
        token.End = i;
        token.Text = _names.InternNormalized(_text.AsSpan(token.Start, i - token.Start));
    }

    private void ReadNotAscii(ref Token token)
    {
        var units = Characters.CountNameUnits(_text, _position, first: true);
        if (units > 0)
        {
            ReadUnicodeName(_position + units, ref token);
            return;
        }

        var c = _text[_position];
        units = char.IsHighSurrogate(c) && char.IsLowSurrogate(CharAt(_position + 1)) ? 2 : 1;
        ReadInvalidCharacter(units, ref token);
    }

    private void ReadInvalidCharacter(int units, ref Token token)
    {
        token.Kind = TokenKind.Unknown;
        token.End = _position += units;
        var c = _text[token.Start];
        var code = units == 2 ? char.ConvertToUtf32(c, _text[token.Start + 1]) : c;
        _errors.Add(SyntaxErrorCodes.InvalidCharacter, token.Start, token.End, $"The character U+{code:X4} cannot stand here.");
    }

    private static bool TryReadPrefix(ReadOnlySpan<char> prefix, out StringFlags flags)
    {
        flags = StringFlags.None;
        foreach (var c in prefix)
        {
            var flag = (char)(c | 0x20) switch
            {
                'r' => StringFlags.Raw,
                'b' => StringFlags.Bytes,
                'u' => StringFlags.Unicode,
                'f' => StringFlags.Format,
                't' => StringFlags.Template,
                _ => StringFlags.None,
            };
            if (flag == StringFlags.None || (flags & flag) != StringFlags.None)
            {
                return false;
            }

            flags |= flag;
        }

        // Only r combines, and not with u.
        return prefix.Length == 1 || ((flags & StringFlags.Raw) != StringFlags.None && (flags & StringFlags.Unicode) == StringFlags.None);
    }
}
