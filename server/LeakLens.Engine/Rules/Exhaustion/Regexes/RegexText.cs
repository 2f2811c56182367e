using System.Globalization;
using LeakLens.Engine.Known.Patterns.Backtracking;

namespace LeakLens.Engine.Rules.Exhaustion.Regexes;

/// <summary>Witnesses as Python writes them.</summary>
internal static class RegexText
{
    public static string Of(BacktrackingWitness witness, int pumps)
    {
        var parts = new List<string>();
        if (witness.Prefix.Length > 0)
        {
            parts.Add(Literal(witness.Prefix));
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Literal(witness.Pump)} * {pumps}"));
        if (witness.Suffix.Length > 0)
        {
            parts.Add(Literal(witness.Suffix));
        }

        return string.Join(" + ", parts);
    }

    private static string Literal(string text)
    {
        var literal = new System.Text.StringBuilder("\"");
        foreach (var unit in text)
        {
            literal.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                < ' ' or '\u007f' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)unit:x2}"),
                > '\u007f' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => unit.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }
}
