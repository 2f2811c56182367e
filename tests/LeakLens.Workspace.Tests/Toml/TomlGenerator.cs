using System.Text;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>Documents that are TOML, or nearly: few names, so that tables are defined twice, and mistakes that people make.</summary>
internal sealed class TomlGenerator(int seed)
{
    private static readonly string[] Names = ["a", "b", "c", "\"a\"", "'b'", "\"\"", "1", "-", "\"\\u0061\""];

    private static readonly string[] Scalars =
    [
        "0", "-0", "+0_0", "0_1.5", "+1", "1_000", "01", "1__0", "_1", "1_", "0x_1", "0xFf", "0XFF", "0b102", "0o17", "0b1", "0x", "-0x1", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "1.0", "1.", ".5", "1e5", "0e5", "1E+05", "1_0.0_1e1_0", "1e_5", "00.5", "+inf", "-nan", "inf", "Inf", "1e999", "1e99999999999999999999", "-1e-99999999999999999999", "0.1e-400", "123456789012345678901234567890.5", "6.626e-34", "1.5.5", "1e1.5",
        "true", "false", "True", "tru", "balanced", "\"\"", "\"x # y\"", "'x\\y'", "\"a\\tb\\u00e9\\U0001F600\"", "\"\\uD800\"", "\"\\x41\"", "\"\\e\"", "\"é\u0085\u2028\"", "'it''s'", "\"a\nb\"",
        "\"\"\"x\ny\"\"\"", "\"\"\"\nx \\\n   \n  y\"\"\"", "\"\"\"a\"\"\"\"\"", "\"\"\"a\"\"\"\"\"\"", "'''\na'b''c'''", "'''a'''''", "'''''''", "\"\"\"\\ x\"\"\"", "\"\"\"x\\  \r\n y\"\"\"", "\"\u007f\"", "'\t'", "'\b'",
        "1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.1234567-07:30", "1979-05-27t07:32:00z", "1979-02-29", "2000-02-29", "0000-01-01", "07:32:00", "07:32", "24:00:00", "07:32:60", "07:32:00.",
        "1979-05-27T", "1979-05-27 ", "1979-05-27 07", "1979-5-27", "1979-05-27T07:32:00+24:00", "1979-05-27T07:32:00+5:00", "07:32:00.999999999", "9999-12-31T23:59:59.999999+23:59", "1979-05-27T07:32:00-00:00",
    ];

    private static readonly string[] Fragments =
        ["[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", "\"", "'", "\"\"\"", "'''", "\n", "\r", "\r\n", " ", "\t", "\\", "\0", "a", "1", "_", "-", "é", "\uFEFF", "\v", "{}", "[]", "a=1", "true"];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var document = new StringBuilder();
        for (var lines = _random.Next(1, 8); lines > 0; lines--)
        {
            document.Append(Line()).Append(_random.Next(8) == 0 ? "\r\n" : "\n");
        }

        var text = document.ToString();
        for (var mutations = _random.Next(4) - 1; mutations > 0; mutations--)
        {
            text = Mutate(text);
        }

        return text;
    }

    private string Line() => _random.Next(10) switch
    {
        0 or 1 => $"[{Key()}]",
        2 => $"[[{Key()}]]",
        3 => "# a comment",
        4 => $"  [ {Key()} ]  # behind",
        _ => $"{Key()} = {Value(3)}",
    };

    private string Key() => string.Join(_random.Next(6) == 0 ? " . " : ".", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(Names)));

    private string Value(int depth) => _random.Next(depth > 0 ? 6 : 4) switch
    {
        < 4 => Pick(Scalars),
        4 => $"[{Sequence(() => Value(depth - 1), [", ", ",", "\n,\n# c\n"])}{Pick(["", ",", " ", "\n"])}]",
        _ => $"{{{Pick(["", " "])}{Sequence(() => $"{Key()} = {Value(depth - 1)}", [", ", " ,"])}{Pick(["", "", "", ",", "\n"])}}}",
    };

    private string Sequence(Func<string> item, string[] separators) => string.Join(Pick(separators), Enumerable.Range(0, _random.Next(4)).Select(_ => item()));

    private string Mutate(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(3), text.Length - at);
        return string.Concat(text.AsSpan(0, at), _random.Next(3) == 0 ? "" : Pick(Fragments), text.AsSpan(at + length));
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
