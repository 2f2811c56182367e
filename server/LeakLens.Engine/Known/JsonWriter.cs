using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>json.dumps</c> of known values (Lib/json/encoder.py).</summary>
internal sealed class JsonWriter
{
    /// <summary>Of longer texts the pieces count, from which they are put together: who counts those has no use for the text.</summary>
    private const int MostWritten = 1 << 17;

    private readonly StringBuilder _into = new();
    private readonly string? _indent;
    private readonly string _itemSeparator;
    private readonly string _keySeparator;
    private readonly bool _isAscii;
    private readonly bool _sortsKeys;

    private JsonWriter(string? indent, string itemSeparator, string keySeparator, bool isAscii, bool sortsKeys)
    {
        _indent = indent;
        _itemSeparator = itemSeparator;
        _keySeparator = keySeparator;
        _isAscii = isAscii;
        _sortsKeys = sortsKeys;
    }

    public static object? Dump(KnownCall call)
    {
        if (call.At(0, "obj") is not { } value || call.Positional.Count > 1 || call.Named.Any(static named => named.Name is not ("obj" or "indent" or "separators" or "ensure_ascii" or "sort_keys")))
        {
            return null;
        }

        var indent = call.At(int.MaxValue, "indent") switch
        {
            string text => text,
            BigInteger width when width.Sign >= 0 && width <= 64 => new string(' ', (int)width),
            _ => null,
        };
        var separators = call.At(int.MaxValue, "separators") as KnownSequence;
        if (separators is not null && separators.Items is not [string, string])
        {
            return null;
        }

        var writer = new JsonWriter(
            indent,
            separators?.Items[0] as string ?? (indent is null ? ", " : ","),
            separators?.Items[1] as string ?? ": ",
            call.At(int.MaxValue, "ensure_ascii") is not { } ascii || KnownComparison.IsTrue(ascii) == true,
            call.At(int.MaxValue, "sort_keys") is { } sorts && KnownComparison.IsTrue(sorts) == true);
        var isWritten = writer.TryWrite(value, 0);
        call.Work.Add(writer._into.Length, WorkMeter.OfCharacter);
        return isWritten ? writer._into.ToString() : null;
    }

    private bool TryWrite(object value, int depth)
    {
        switch (value)
        {
            case string text:
                WriteText(text);
                break;
            case KnownSequence sequence:
                return TryWriteAll('[', ']', sequence.Items.Count, depth, at => TryWrite(sequence.Items[at], depth + 1));
            case KnownDict dict:
                return TryWriteDict(dict, depth);
            default:
                _into.Append(Plain(value));
                return Plain(value) is not null;
        }

        return _into.Length <= MostWritten;
    }

    private static string? Plain(object value) => value switch
    {
        KnownNone => "null",
        bool truth => truth ? "true" : "false",
        double number => double.IsNaN(number) ? "NaN" : double.IsInfinity(number) ? number > 0 ? "Infinity" : "-Infinity" : FloatText.Repr(number),
        BigInteger whole when WholeNumber.Bits(whole) <= KnownLimits.MostBits => whole.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private bool TryWriteDict(KnownDict dict, int depth)
    {
        var entries = dict.Entries;
        if (_sortsKeys)
        {
            if (!entries.All(static entry => entry.Key is string))
            {
                return false;
            }

            entries = [.. entries.OrderBy(static entry => (string)entry.Key, Comparer<string>.Create(Points.Compare))];
        }

        return TryWriteAll('{', '}', entries.Count, depth, at =>
        {
            if ((entries[at].Key as string ?? Plain(entries[at].Key)) is not { } key)
            {
                return false;
            }

            WriteText(key);
            _into.Append(_keySeparator);
            return TryWrite(entries[at].Value, depth + 1);
        });
    }

    private bool TryWriteAll(char open, char close, int count, int depth, Func<int, bool> tryWrite)
    {
        _into.Append(open);
        for (var i = 0; i < count; i++)
        {
            _into.Append(i > 0 ? _itemSeparator : string.Empty);
            BreakLine(depth + 1);
            if (_into.Length > MostWritten || !tryWrite(i))
            {
                return false;
            }
        }

        if (count > 0)
        {
            BreakLine(depth);
        }

        _into.Append(close);
        return _into.Length <= MostWritten;
    }

    private void BreakLine(int depth)
    {
        if (_indent is not null)
        {
            _into.Append('\n').Insert(_into.Length, _indent, depth);
        }
    }

    private void WriteText(string text)
    {
        _into.Append('"');
        foreach (var unit in text)
        {
            switch (unit)
            {
                case '"' or '\\':
                    _into.Append('\\').Append(unit);
                    break;
                case '\n':
                    _into.Append("\\n");
                    break;
                case '\r':
                    _into.Append("\\r");
                    break;
                case '\t':
                    _into.Append("\\t");
                    break;
                case '\f':
                    _into.Append("\\f");
                    break;
                case '\b':
                    _into.Append("\\b");
                    break;
                case < ' ':
                    WriteCode(unit);
                    break;
                case > '~' when _isAscii:
                    WriteCode(unit);
                    break;
                default:
                    _into.Append(unit);
                    break;
            }
        }

        _into.Append('"');
    }

    private void WriteCode(char unit) => _into.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
}
