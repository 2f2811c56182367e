using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>The decimal digits of a finite float that is not negative: <c>0.DIGITS * 10**Point</c> (Python/dtoa.c).</summary>
internal readonly record struct FloatDigits(string Digits, int Point)
{
    /// <summary>The fewest digits that give the same float back.</summary>
    public static FloatDigits Shortest(double value)
    {
        if (value == 0)
        {
            return new FloatDigits("0", 1);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = pointAt < 0 ? mantissa : mantissa[..pointAt];
        var digits = whole + (pointAt < 0 ? string.Empty : mantissa[(pointAt + 1)..]);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return new FloatDigits(digits[leading..].TrimEnd('0'), whole.Length - leading + exponent);
    }

    /// <summary>So many digits, correctly rounded, ties to even.</summary>
    public static FloatDigits Significant(double value, int count)
    {
        if (value == 0)
        {
            return new FloatDigits(new string('0', count), 1);
        }

        var point = (int)Math.Floor(Math.Log10(value)) + 1;
        var digits = Scaled(value, count - point).ToString(CultureInfo.InvariantCulture);
        while (digits.Length != count)
        {
            // The estimate was off by one, or rounding carried.
            point += digits.Length > count ? 1 : -1;
            digits = Scaled(value, count - point).ToString(CultureInfo.InvariantCulture);
        }

        return new FloatDigits(digits, point);
    }

    /// <summary>So many digits behind the point, correctly rounded, ties to even.</summary>
    public static FloatDigits Fixed(double value, int decimals)
    {
        var digits = Scaled(value, decimals).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(1, decimals + 1), '0');
        return new FloatDigits(digits, digits.Length - decimals);
    }

    /// <summary>value * 10**power, rounded to a whole number, ties to even.</summary>
    public static BigInteger Scaled(double value, int power)
    {
        var (mantissa, exponent) = Split(value);
        var numerator = power >= 0 ? mantissa * BigInteger.Pow(10, power) : mantissa;
        var denominator = power < 0 ? BigInteger.Pow(10, -power) : BigInteger.One;
        if (exponent >= 0)
        {
            numerator <<= exponent;
        }
        else
        {
            denominator <<= -exponent;
        }

        return RoundedQuotient(numerator, denominator);
    }

    /// <summary>value = mantissa * 2**exponent.</summary>
    public static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        const int Bias = 1075;
        const int FractionBits = 52;
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> FractionBits);
        var fraction = bits & ((1L << FractionBits) - 1);
        return exponent == 0 ? (fraction, 1 - Bias) : (fraction | (1L << FractionBits), exponent - Bias);
    }

    /// <summary>The nearest whole number to a quotient of positive numbers, ties to even.</summary>
    public static BigInteger RoundedQuotient(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = (rest << 1).CompareTo(denominator);
        return twice > 0 || (twice == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
