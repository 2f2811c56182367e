using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known.Numbers;

/// <summary>A <c>fractions.Fraction</c> in its lowest terms.</summary>
/// <param name="Denominator">Positive.</param>
internal sealed record KnownFraction(BigInteger Numerator, BigInteger Denominator) : KnownObject
{
    private readonly object _numerator = Numerator;
    private readonly object _denominator = Denominator;

    public override string Type => "fractions.Fraction";

    public override IReadOnlyList<(string Name, object Value)> Holds => [("_numerator", _numerator), ("_denominator", _denominator)];

    public override bool IsTrue => !Numerator.IsZero;

    public override bool IsKey => true;

    public override string Repr => string.Create(CultureInfo.InvariantCulture, $"Fraction({Numerator}, {Denominator})");

    public override string Str => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    public override BigInteger? Truncated => BigInteger.Divide(Numerator, Denominator);

    public override double? Float => WholeNumber.TrueDivide(Numerator, Denominator) is double near ? near : null;

    public override object? Number => Denominator.IsOne ? Numerator : Denominator.IsPowerOfTwo && Float is { } near && CompareTo(near) == 0 ? near : null;

    public override object? Negated => new KnownFraction(-Numerator, Denominator);

    public override object? Absolute => new KnownFraction(BigInteger.Abs(Numerator), Denominator);

    /// <summary>Null when it is longer than what is followed; nothing is divided by zero.</summary>
    public static object? Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            return new KnownError("ZeroDivisionError", "Fraction(" + numerator.ToString(CultureInfo.InvariantCulture) + ", 0)");
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        var (top, bottom) = (numerator / common, denominator / common);
        return WholeNumber.Bits(top) > KnownLimits.MostBits || WholeNumber.Bits(bottom) > KnownLimits.MostBits ? null : new KnownFraction(top, bottom);
    }

    public static KnownFraction? From(object? value) => value switch
    {
        KnownFraction fraction => fraction,
        double number when KnownDecimal.OfFloat(number) is { } exact => Of(exact),
        _ => KnownCall.ToInt(value) is { } whole ? new KnownFraction(whole, BigInteger.One) : null,
    };

    public static KnownFraction? Of(KnownDecimal number) =>
        (number.Exponent >= 0 ? Of(number.Signed * BigInteger.Pow(10, number.Exponent), BigInteger.One) : Of(number.Signed, BigInteger.Pow(10, -number.Exponent))) as KnownFraction;

    public override int? CompareTo(object other) => From(other) is { } right ? (Numerator * right.Denominator).CompareTo(right.Numerator * Denominator) : null;

    public override object? Round(int? places)
    {
        if (places is not { } given)
        {
            return Rounded(Numerator, Denominator);
        }

        if (Math.Abs(given) > KnownLimits.MostPrecise)
        {
            return null;
        }

        var unit = BigInteger.Pow(10, Math.Abs(given));
        return given > 0 ? Of(Rounded(Numerator * unit, Denominator), unit) : Of(Rounded(Numerator, Denominator * unit) * unit, BigInteger.One);
    }

    public override object? Operate(KnownOperator operation, object other, bool isRight)
    {
        if (other is double number)
        {
            return Float is not { } near ? null : isRight ? KnownOperators.Apply(operation, number, near) : KnownOperators.Apply(operation, near, number);
        }

        if (From(other) is not { } operand)
        {
            return null;
        }

        var (left, right) = isRight ? (operand, this) : (this, operand);
        var (a, b, c, d) = (left.Numerator, left.Denominator, right.Numerator, right.Denominator);
        return operation switch
        {
            KnownOperator.Add => Of((a * d) + (c * b), b * d),
            KnownOperator.Subtract => Of((a * d) - (c * b), b * d),
            KnownOperator.Multiply => Of(a * c, b * d),
            KnownOperator.Divide => Of(a * d, b * c),
            KnownOperator.FloorDivide when !c.IsZero => WholeNumber.FloorDivide(a * d, b * c),
            KnownOperator.Modulo when !c.IsZero => Of(WholeNumber.Modulo(a * d, c * b), b * d),
            KnownOperator.Power when d.IsOne && BigInteger.Abs(c) <= 400 => ToPower(a, b, (int)c),
            _ => null,
        };
    }

    private static object? ToPower(BigInteger top, BigInteger bottom, int times) => WholeNumber.Bits(top) * Math.Abs(times) > KnownLimits.MostBits || WholeNumber.Bits(bottom) * Math.Abs(times) > KnownLimits.MostBits ? null
        : times >= 0 ? Of(BigInteger.Pow(top, times), BigInteger.Pow(bottom, times))
        : Of(BigInteger.Pow(bottom, -times), BigInteger.Pow(top, -times));

    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator)
    {
        var nearest = FloatDigits.RoundedQuotient(BigInteger.Abs(numerator), denominator);
        return numerator.Sign < 0 ? -nearest : nearest;
    }
}
