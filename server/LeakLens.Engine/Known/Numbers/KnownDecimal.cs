using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known.Numbers;

/// <summary>
/// A finite <c>decimal.Decimal</c>: <c>(-1)^sign * digits * 10^exponent</c>, with the arithmetic of the standard context
/// (28 digits, ROUND_HALF_EVEN; General Decimal Arithmetic Specification 1.70). NaN and the infinities are not followed.
/// </summary>
/// <param name="Digits">Not negative.</param>
internal sealed record KnownDecimal(bool IsNegative, BigInteger Digits, int Exponent) : KnownObject
{
    /// <summary>Digits that a result has at most in the standard context.</summary>
    public const int Precision = 28;

    /// <summary>Numbers with more digits, or exponents farther from zero, are not followed.</summary>
    private const int Longest = 1_000;

    public override string Type => "decimal.Decimal";

    public override bool IsTrue => !Digits.IsZero;

    public override bool IsKey => true;

    public override string Repr => $"Decimal('{Str}')";

    /// <summary>In plain digits where the exponent allows it, else in scientific notation (to-scientific-string).</summary>
    public override string Str
    {
        get
        {
            var digits = Digits.ToString(CultureInfo.InvariantCulture);
            var left = digits.Length + Exponent;
            var point = Exponent <= 0 && left > -6 ? left : 1;
            var text = point <= 0 ? "0." + new string('0', -point) + digits
                : point >= digits.Length ? digits + new string('0', point - digits.Length)
                : digits[..point] + "." + digits[point..];
            var power = left == point ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"E{left - point:+0;-0}");
            return (IsNegative ? "-" : string.Empty) + text + power;
        }
    }

    public BigInteger Signed => IsNegative ? -Digits : Digits;

    public override BigInteger? Truncated => Exponent >= 0 ? Signed * BigInteger.Pow(10, Exponent) : BigInteger.Divide(Signed, BigInteger.Pow(10, -Exponent));

    public override double? Float => double.Parse(Str, CultureInfo.InvariantCulture);

    public override object? Number
    {
        get
        {
            if (Truncated is { } whole && CompareTo(whole) == 0)
            {
                return whole;
            }

            return Float is { } near && OfFloat(near)?.CompareTo(this) == 0 ? near : null;
        }
    }

    /// <summary>Null when it is longer than what is followed.</summary>
    public static KnownDecimal? Of(BigInteger signed, int exponent, bool isNegativeZero = false)
    {
        if (Math.Abs(exponent) > Longest || WholeNumber.Bits(signed) > Longest * 10 / 3)
        {
            return null;
        }

        return new KnownDecimal(signed.Sign < 0 || (signed.IsZero && isNegativeZero), BigInteger.Abs(signed), exponent);
    }

    /// <summary>The exact value of a float.</summary>
    public static KnownDecimal? OfFloat(double number)
    {
        if (!double.IsFinite(number))
        {
            return null;
        }

        var bits = BitConverter.DoubleToInt64Bits(number);
        var power = (int)((bits >> 52) & 0x7FF);
        var mantissa = new BigInteger(bits & 0xF_FFFF_FFFF_FFFFL) + (power == 0 ? 0 : 1L << 52);
        power = Math.Max(power, 1) - 1075;
        for (; power < 0 && mantissa.IsEven && !mantissa.IsZero; power++)
        {
            mantissa >>= 1;
        }

        var exponent = mantissa.IsZero ? 0 : Math.Min(power, 0);
        var digits = power >= 0 ? mantissa << power : mantissa * BigInteger.Pow(5, -exponent);
        return Of(double.IsNegative(number) ? -digits : digits, exponent, double.IsNegative(number));
    }

    /// <summary>A Decimal, or an int that stands where one may.</summary>
    public static KnownDecimal? From(object? value) => value as KnownDecimal ?? (KnownCall.ToInt(value) is { } whole ? Of(whole, 0) : null);

    public override int? CompareTo(object other)
    {
        var right = other as KnownDecimal ?? (other is double number ? OfFloat(number) : From(other));
        if (right is null)
        {
            return null;
        }

        var exponent = Math.Min(Exponent, right.Exponent);
        return AlignedTo(exponent).CompareTo(right.AlignedTo(exponent));
    }

    public bool Equals(KnownDecimal? other) => other is not null && CompareTo(other) == 0;

    public override int GetHashCode() => Reduced().Digits.GetHashCode();

    /// <summary>Without zeros at its end.</summary>
    public KnownDecimal Reduced()
    {
        var (digits, exponent) = (Digits, Exponent);
        if (digits.IsZero)
        {
            return this with { Exponent = 0 };
        }

        while (BigInteger.DivRem(digits, 10, out var rest) is var shorter && rest.IsZero)
        {
            digits = shorter;
            exponent++;
        }

        return this with { Digits = digits, Exponent = exponent };
    }

    /// <summary>Rounded to what the context keeps.</summary>
    public KnownDecimal? Fixed() => Rounded(Precision);

    /// <summary>Rounded half to even to so many digits.</summary>
    public KnownDecimal? Rounded(int precision)
    {
        var excess = LengthOf(Digits) - precision;
        if (excess <= 0)
        {
            return this;
        }

        var digits = DecimalRounding.Shorten(Digits, excess, IsNegative, "ROUND_HALF_EVEN");
        return digits is not { } shorter ? null
            : LengthOf(shorter) > precision ? Of(IsNegative ? -shorter / 10 : shorter / 10, Exponent + excess + 1)
            : Of(IsNegative ? -shorter : shorter, Exponent + excess);
    }

    /// <summary>With another exponent; null when that takes more digits than the context keeps (InvalidOperation), or by a rule that is not known.</summary>
    public KnownDecimal? Quantized(int exponent, string rounding)
    {
        if (Math.Abs(exponent) > Longest || (Exponent > exponent && Exponent - exponent > Longest))
        {
            return null;
        }

        var digits = exponent <= Exponent
            ? Digits * BigInteger.Pow(10, Exponent - exponent)
            : DecimalRounding.Shorten(Digits, exponent - Exponent, IsNegative, rounding);
        return digits is { } kept && LengthOf(kept) <= Precision ? Of(IsNegative ? -kept : kept, exponent, IsNegative) : null;
    }

    public override string? Format(string specification) => DecimalText.Format(this, specification);

    public override object? Round(int? places) => places is { } given ? Quantized(-given, "ROUND_HALF_EVEN")
        : Exponent >= 0 ? Truncated
        : DecimalRounding.Shorten(Digits, -Exponent, IsNegative, "ROUND_HALF_EVEN") is { } whole ? IsNegative ? -whole : whole : null;

    public override object? Negated => Digits.IsZero ? (this with { IsNegative = false }).Fixed() : (this with { IsNegative = !IsNegative }).Fixed();

    public override object? Absolute => (this with { IsNegative = false }).Fixed();

    public override object? Operate(KnownOperator operation, object other, bool isRight)
    {
        if (From(other) is not { } operand)
        {
            return null;
        }

        var (left, right) = isRight ? (operand, this) : (this, operand);
        return operation switch
        {
            KnownOperator.Add => left.Plus(right)?.Fixed(),
            KnownOperator.Subtract => left.Plus(right with { IsNegative = !right.IsNegative })?.Fixed(),
            KnownOperator.Multiply => Of(left.Signed * right.Signed, left.Exponent + right.Exponent, left.IsNegative != right.IsNegative)?.Fixed(),
            KnownOperator.Divide => left.DividedBy(right),
            KnownOperator.FloorDivide or KnownOperator.Modulo => left.WholeDividedBy(right, operation == KnownOperator.Modulo),
            KnownOperator.Power => left.ToPower(right),
            _ => null,
        };
    }

    internal static int LengthOf(BigInteger digits)
    {
        if (digits.IsZero)
        {
            return 1;
        }

        var length = (int)Math.Floor(BigInteger.Log10(digits)) + 1;
        return BigInteger.Pow(10, length) <= digits ? length + 1 : length > 1 && BigInteger.Pow(10, length - 1) > digits ? length - 1 : length;
    }

    private BigInteger AlignedTo(int exponent) => Signed * BigInteger.Pow(10, Exponent - exponent);

    private KnownDecimal? Plus(KnownDecimal other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return Of(AlignedTo(exponent) + other.AlignedTo(exponent), exponent, IsNegative && other.IsNegative);
    }

    /// <summary>Enough digits for one rounding; a quotient that comes out even is shortened towards the exponent that division would like.</summary>
    private KnownDecimal? DividedBy(KnownDecimal other)
    {
        if (other.Digits.IsZero)
        {
            return null;
        }

        var ideal = Exponent - other.Exponent;
        var isNegative = IsNegative != other.IsNegative;
        if (Digits.IsZero)
        {
            return Of(BigInteger.Zero, ideal, isNegative);
        }

        var shift = LengthOf(other.Digits) - LengthOf(Digits) + Precision + 1;
        var exponent = ideal - shift;
        var dividend = shift >= 0 ? Digits * BigInteger.Pow(10, shift) : Digits;
        var divisor = shift >= 0 ? other.Digits : other.Digits * BigInteger.Pow(10, -shift);
        var digits = BigInteger.DivRem(dividend, divisor, out var rest);
        if (!rest.IsZero)
        {
            digits += (digits % 5).IsZero ? 1 : 0;
        }
        else
        {
            for (; exponent < ideal && (digits % 10).IsZero; exponent++)
            {
                digits /= 10;
            }
        }

        return Of(isNegative ? -digits : digits, exponent)?.Fixed();
    }

    /// <summary>Division towards zero, and what it leaves, which has the sign of the dividend.</summary>
    private KnownDecimal? WholeDividedBy(KnownDecimal other, bool wantsRest)
    {
        if (other.Digits.IsZero)
        {
            return null;
        }

        var exponent = Math.Min(Exponent, other.Exponent);
        var quotient = BigInteger.DivRem(AlignedTo(exponent), other.AlignedTo(exponent), out var rest);
        return LengthOf(BigInteger.Abs(quotient)) > Precision ? null
            : wantsRest ? Of(rest, exponent, IsNegative)?.Fixed()
            : Of(quotient, 0, IsNegative != other.IsNegative);
    }

    private KnownDecimal? ToPower(KnownDecimal other)
    {
        const int HighestPower = 400;
        if (other.Truncated is not { } whole || other.CompareTo(whole) != 0 || other.IsNegative || whole > HighestPower)
        {
            return null;
        }

        var times = (int)whole;
        return times == 0 ? Digits.IsZero ? null : Of(BigInteger.One, 0)
            : Digits.IsZero ? Of(BigInteger.Zero, 0, IsNegative && times % 2 == 1)
            : LengthOf(Digits) * times > Longest || Math.Abs((long)Exponent * times) > Longest ? null
            : Of(BigInteger.Pow(Signed, times), Exponent * times, IsNegative && times % 2 == 1)?.Fixed();
    }
}
