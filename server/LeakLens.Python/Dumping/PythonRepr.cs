using System.Globalization;
using System.Text;
using LeakLens.Python.Unicode;

namespace LeakLens.Python.Dumping;

/// <summary>Values as Python's <c>repr</c> prints them.</summary>
internal static class PythonRepr
{
    /// <summary>Pairs of surrogates that begin at <paramref name="splits"/> are two characters.</summary>
    public static void Append(StringBuilder builder, string text, PythonVersion version, params ReadOnlySpan<int> splits)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        builder.Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < (char)127 && c != quote && c != '\\')
            {
                builder.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && !splits.Contains(i))
            {
                AppendCode(builder, char.ConvertToUtf32(c, text[++i]), quote, version);
            }
            else
            {
                AppendCode(builder, c, quote, version);
            }
        }

        builder.Append(quote);
    }

    public static void Append(StringBuilder builder, byte[] bytes)
    {
        var quote = Array.IndexOf(bytes, (byte)'\'') >= 0 && Array.IndexOf(bytes, (byte)'"') < 0 ? '"' : '\'';
        builder.Append('b').Append(quote);
        foreach (var value in bytes)
        {
            if (value is >= 32 and < 127 && value != quote && value != '\\')
            {
                builder.Append((char)value);
            }
            else if (!TryAppendShort(builder, value, quote))
            {
                builder.Append("\\x").Append(value.ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        builder.Append(quote);
    }

    public static string Format(double value)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? "inf" : "-inf";
        }

        var text = FormatDigits(value);
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }

    /// <summary>An imaginary number has no <c>.0</c>.</summary>
    public static string FormatImaginary(double value) => (double.IsInfinity(value) ? "inf" : FormatDigits(value)) + "j";

    private static void AppendCode(StringBuilder builder, int code, char quote, PythonVersion version)
    {
        if (TryAppendShort(builder, code, quote))
        {
            return;
        }

        if (IsPrintable(code) && (version != PythonVersion.Python311 || !Unicode14.IsAssignedLater(code)))
        {
            builder.Append(code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
            return;
        }

        var format = code < 0x100 ? ("\\x", "x2") : code < 0x10000 ? ("\\u", "x4") : ("\\U", "x8");
        builder.Append(format.Item1).Append(code.ToString(format.Item2, CultureInfo.InvariantCulture));
    }

    private static bool TryAppendShort(StringBuilder builder, int code, char quote)
    {
        var escape = code switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '\\' => "\\\\", _ => null };
        if (escape is null && code == quote)
        {
            escape = "\\" + quote;
        }

        builder.Append(escape);
        return escape is not null;
    }

    private static bool IsPrintable(int code) => code >= 127 && CharUnicodeInfo.GetUnicodeCategory(code)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    /// <summary>The shortest digits that read back the same, with an exponent below 1e-4 and from 1e16 on.</summary>
    private static string FormatDigits(double value)
    {
        var round = value.ToString("R", CultureInfo.InvariantCulture).AsSpan();
        var at = round.IndexOf('E');
        var exponent = at < 0 ? 0 : int.Parse(round[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = at < 0 ? round : round[..at];
        var point = mantissa.IndexOf('.') is var dot && dot >= 0 ? dot : mantissa.Length;
        var all = mantissa.ToString().Replace(".", string.Empty, StringComparison.Ordinal);
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        exponent += point - 1 - leading;
        if (digits.Length == 0)
        {
            return "0";
        }

        if (exponent is < -4 or >= 16)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : string.Empty;
            return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }

        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        return digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }
}
