using System.Globalization;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>format.format(...)</c> (Objects/stringlib/unicode_format.h).</summary>
internal sealed class BraceText
{
    private const int DeepestField = 2;

    private readonly Func<string, object?> _find;
    private int _next;

    private BraceText(Func<string, object?> find)
    {
        _find = find;
    }

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("str.format", static call => new BraceText(name => Argument(call, name)).Run(call.Text, 0)),
        ("str.format_map", static call => call.At(0) is KnownDict dict ? new BraceText(name => dict.Find(name)).Run(call.Text, 0) : null),
        ("format", static call => call.At(0) is { } value && (call.At(1) ?? string.Empty) is string specification ? NumberFormat.Format(value, specification) : null),
    ];

    private static object? Argument(KnownCall call, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index < call.Positional.Count ? call.Positional[index] : null
            : call.At(int.MaxValue, name);

    private string? Run(string format, int depth)
    {
        var into = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            var unit = format[at++];
            if (unit is not ('{' or '}'))
            {
                into.Append(unit);
            }
            else if (at < format.Length && format[at] == unit && depth == 0)
            {
                into.Append(unit);
                at++;
            }
            else if (unit == '}' || depth >= DeepestField || Field(format, ref at, depth) is not { } text)
            {
                return null;
            }
            else
            {
                into.Append(text);
            }

            if (into.Length > KnownLimits.LongestText)
            {
                return null;
            }
        }

        return into.ToString();
    }

    /// <summary>What stands between two braces: a name with attributes and indexes, a conversion, a specification.</summary>
    private string? Field(string format, ref int at, int depth)
    {
        var start = at;
        var open = 1;
        for (; at < format.Length && open > 0; at++)
        {
            open += format[at] == '{' ? 1 : format[at] == '}' ? -1 : 0;
        }

        if (open > 0)
        {
            return null;
        }

        var field = format[start..(at - 1)];
        var nameEnd = EndOfName(field);
        var conversion = nameEnd + 1 < field.Length && field[nameEnd] == '!' ? field[nameEnd + 1] : '\0';
        var colon = conversion == '\0' ? nameEnd : nameEnd + 2;
        if (colon < field.Length && field[colon] != ':')
        {
            return null;
        }

        var specification = colon < field.Length ? Run(field[(colon + 1)..], depth + 1) : string.Empty;
        var value = Resolve(field[..nameEnd]);
        value = value is null ? null : conversion switch
        {
            '\0' => value,
            's' => Representation.Str(value),
            'r' => Representation.Repr(value),
            'a' => Representation.Ascii(value),
            _ => null,
        };
        return value is null || specification is null ? null : NumberFormat.Format(value, specification);
    }

    private static int EndOfName(string field)
    {
        var at = 0;
        for (var inside = false; at < field.Length; at++)
        {
            inside = field[at] == '[' || (inside && field[at] != ']');
            if (!inside && field[at] is '!' or ':')
            {
                break;
            }
        }

        return at;
    }

    private object? Resolve(string name)
    {
        var end = name.AsSpan().IndexOfAny('.', '[') is >= 0 and var at ? at : name.Length;
        var head = end == 0 ? (_next++).ToString(CultureInfo.InvariantCulture) : name[..end];
        var value = _find(head);
        while (value is not null && end < name.Length)
        {
            var close = name.IndexOf(']', end);
            if (name[end] != '[' || close < 0)
            {
                return null;
            }

            value = Item(value, name[(end + 1)..close]);
            end = close + 1;
        }

        return value;
    }

    private static object? Item(object value, string index)
    {
        var isNumber = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return value switch
        {
            KnownSequence sequence => isNumber && number < sequence.Items.Count ? sequence.Items[number] : null,
            KnownDict dict => dict.Find(isNumber ? new System.Numerics.BigInteger(number) : index),
            _ => null,
        };
    }
}
