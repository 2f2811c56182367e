using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Arithmetic of Python's int: division rounds down, a remainder has the sign of the divisor (Objects/longobject.c).</summary>
internal static class WholeNumber
{
    private const int MantissaBits = 53;

    public static BigInteger FloorDivide(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var remainder);
        return !remainder.IsZero && (remainder.Sign < 0) != (right.Sign < 0) ? quotient - 1 : quotient;
    }

    public static BigInteger Modulo(BigInteger left, BigInteger right)
    {
        var remainder = BigInteger.Remainder(left, right);
        return !remainder.IsZero && (remainder.Sign < 0) != (right.Sign < 0) ? remainder + right : remainder;
    }

    public static long Bits(BigInteger value) => value.Sign < 0 ? (long)BigInteger.Abs(value).GetBitLength() : (long)value.GetBitLength();

    public static object? Power(BigInteger value, BigInteger exponent)
    {
        if (exponent < 0)
        {
            return value.IsZero ? new KnownError("ZeroDivisionError", "0.0 cannot be raised to a negative power") : Math.Pow(ToFloat(value), ToFloat(exponent));
        }

        if (BigInteger.Abs(value) <= 1)
        {
            return exponent.IsZero ? BigInteger.One : exponent.IsEven ? value * value : value;
        }

        return exponent > KnownLimits.MostBits || (Bits(value) - 1) * (long)exponent > KnownLimits.MostBits ? null : BigInteger.Pow(value, (int)exponent);
    }

    /// <summary>pow(value, exponent, modulus).</summary>
    public static object? Power(BigInteger value, BigInteger exponent, BigInteger modulus)
    {
        if (modulus.IsZero)
        {
            return new KnownError("ValueError", "pow() 3rd argument cannot be 0");
        }

        if (Bits(value) > KnownLimits.MostBits || Bits(exponent) > KnownLimits.MostBits || Bits(modulus) > KnownLimits.MostBits)
        {
            return null;
        }

        if (exponent < 0)
        {
            if (Inverse(Modulo(value, BigInteger.Abs(modulus)), BigInteger.Abs(modulus)) is not { } inverse)
            {
                return new KnownError("ValueError", "base is not invertible for the given modulus");
            }

            (value, exponent) = (inverse, -exponent);
        }

        return Modulo(BigInteger.ModPow(value, exponent, BigInteger.Abs(modulus)), modulus);
    }

    /// <summary>The nearest float, ties to even; infinite where there is none.</summary>
    public static double ToFloat(BigInteger value) => BigInteger.Abs(value) <= 1L << MantissaBits ? (double)value : DivideExactly(value, BigInteger.One);

    /// <summary>left / right, rounded once.</summary>
    public static object TrueDivide(BigInteger left, BigInteger right)
    {
        if (right.IsZero)
        {
            return new KnownError("ZeroDivisionError", "division by zero");
        }

        const long Exact = 1L << MantissaBits;
        var quotient = BigInteger.Abs(left) <= Exact && BigInteger.Abs(right) <= Exact ? (double)left / (double)right : DivideExactly(left, right);
        return double.IsFinite(quotient) ? quotient : new KnownError("OverflowError", "integer division result too large for a float");
    }

    private static double DivideExactly(BigInteger left, BigInteger right)
    {
        const int Guard = 66;
        const int Smallest = -1074;
        if (left.IsZero)
        {
            return 0;
        }

        var isNegative = (left.Sign < 0) != (right.Sign < 0);
        (left, right) = (BigInteger.Abs(left), BigInteger.Abs(right));

        // So many bits before the point that 53 are left; fewer where the result has no more.
        var shift = (int)Math.Clamp(Bits(left) - Bits(right) - Guard, Smallest - 64, int.MaxValue / 2);
        var scaled = shift >= 0 ? BigInteger.DivRem(left, right << shift, out var rest) : BigInteger.DivRem(left << -shift, right, out rest);
        var extra = (int)Math.Max(Bits(scaled) - MantissaBits, Smallest - shift);
        var half = BigInteger.One << (extra - 1);
        var low = scaled & ((half << 1) - 1);
        var mantissa = scaled >> extra;
        if (low > half || (low == half && (!rest.IsZero || !mantissa.IsEven)))
        {
            mantissa += 1;
        }

        var result = Math.ScaleB((double)mantissa, shift + extra);
        return isNegative ? -result : result;
    }

    private static BigInteger? Inverse(BigInteger value, BigInteger modulus)
    {
        var (old, now) = (value, modulus);
        var (first, second) = (BigInteger.One, BigInteger.Zero);
        while (!now.IsZero)
        {
            var quotient = old / now;
            (old, now) = (now, old - (quotient * now));
            (first, second) = (second, first - (quotient * second));
        }

        return old.IsOne ? Modulo(first, modulus) : null;
    }
}
