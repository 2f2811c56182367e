using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>What a word without quotes is: a truth value, a number or a date.</summary>
internal static class TomlScalars
{
    /// <param name="problem">What is wrong with the word, to follow the word in a sentence.</param>
    public static bool TryRead(ReadOnlySpan<char> word, TextSpan span, [NotNullWhen(true)] out TomlValue? value, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        value = word switch
        {
            "true" => new TomlBoolean(span, value: true),
            "false" => new TomlBoolean(span, value: false),
            "inf" or "+inf" => new TomlFloat(span, double.PositiveInfinity),
            "-inf" => new TomlFloat(span, double.NegativeInfinity),
            "nan" or "+nan" or "-nan" => new TomlFloat(span, double.NaN),
            _ => null,
        };
        if (value is not null)
        {
            return true;
        }

        var first = word[0];
        value = char.IsAsciiDigit(first) || first is '+' or '-' ? ReadNumberOrDate(word, span, out problem) : null;
        problem = value is null ? problem ?? Suggest(word) : null;
        return value is not null;
    }

    private static string Suggest(ReadOnlySpan<char> word)
    {
        if (word.Equals("true", StringComparison.OrdinalIgnoreCase) || word.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return "is written in small letters";
        }

        return char.IsLetter(word[0]) ? "is not a value; a text stands in quotes" : "is not a value";
    }

    private static TomlValue? ReadNumberOrDate(ReadOnlySpan<char> word, TextSpan span, out string? problem)
    {
        if (word.Length > 2 && word[0] == '0' && BaseOf(word[1]) is > 0 and var numberBase)
        {
            return ReadInteger(word[2..], numberBase, isNegative: false, span, out problem);
        }

        if (TomlDates.IsDateOrTime(word))
        {
            var date = TomlDates.Read(word, span);
            problem = date is null ? "is no date or time of the calendar; 1979-05-27T07:32:00Z is one" : null;
            return date;
        }

        var digits = word[0] is '+' or '-' ? word[1..] : word;
        return digits.ContainsAny(".eE")
            ? ReadFloat(word, digits, span, out problem)
            : ReadInteger(digits, 10, isNegative: word[0] == '-', span, out problem);
    }

    private static int BaseOf(char letter) => letter switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };

    private static TomlInteger? ReadInteger(ReadOnlySpan<char> digits, int numberBase, bool isNegative, TextSpan span, out string? problem)
    {
        problem = FindProblem(digits, numberBase);
        if (problem is not null)
        {
            return null;
        }

        // Counted down from zero, because there is one negative number more than there are positive ones.
        var value = 0L;
        try
        {
            foreach (var digit in digits)
            {
                value = digit == '_' ? value : checked((value * numberBase) - ValueOf(digit));
            }

            return new TomlInteger(span, isNegative ? value : checked(-value));
        }
        catch (OverflowException)
        {
            problem = "does not fit into 64 bits";
            return null;
        }
    }

    private static string? FindProblem(ReadOnlySpan<char> digits, int numberBase)
    {
        if (numberBase == 10 && digits.Length > 1 && digits[0] == '0' && (char.IsAsciiDigit(digits[1]) || digits[1] == '_'))
        {
            return "begins with a zero, which a number does not";
        }

        return AreDigits(digits, numberBase) ? null : digits.Contains('_') ? "is no number; an underscore stands between two digits" : "is no number";
    }

    private static TomlFloat? ReadFloat(ReadOnlySpan<char> word, ReadOnlySpan<char> digits, TextSpan span, out string? problem)
    {
        problem = null;
        var exponentAt = digits.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? digits : digits[..exponentAt];
        var pointAt = mantissa.IndexOf('.');
        var whole = pointAt < 0 ? mantissa : mantissa[..pointAt];
        var isRight = FindProblem(whole, 10) is null
            && (pointAt < 0 || AreDigits(mantissa[(pointAt + 1)..], 10))
            && (exponentAt < 0 || AreDigits(WithoutSign(digits[(exponentAt + 1)..]), 10));
        if (!isRight)
        {
            problem = "is no number; digits stand on both sides of the point, no zero in front, underscores only between digits";
            return null;
        }

        return new TomlFloat(span, double.Parse(word.ToString().Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }

    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> digits) => digits.Length > 0 && digits[0] is '+' or '-' ? digits[1..] : digits;

    /// <summary>At least one digit, and underscores only between two.</summary>
    private static bool AreDigits(ReadOnlySpan<char> digits, int numberBase)
    {
        var afterDigit = false;
        foreach (var digit in digits)
        {
            var isDigit = digit != '_';
            if (isDigit ? ValueOf(digit) >= numberBase : !afterDigit)
            {
                return false;
            }

            afterDigit = isDigit;
        }

        return afterDigit;
    }

    private static int ValueOf(char digit) => char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : int.MaxValue;
}
