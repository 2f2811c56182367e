using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakLens.Engine.Quantities;

/// <summary>
/// A whole number that is known, or known to lie between two bounds: a length, a count, bytes, the value of an <c>int</c>.
/// Arithmetic saturates; the two topmost values of <see cref="High"/> say why there is no upper bound.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Quantity(long Low, long High)
{
    /// <summary>As <see cref="High"/>: no end at all, as in <c>while True</c>.</summary>
    public const long Unbounded = long.MaxValue;

    /// <summary>As <see cref="High"/>: an end exists but is not known, as the number of lines of a file.</summary>
    public const long FiniteUnknown = long.MaxValue - 1;

    /// <summary>Above this a number only says that arithmetic was saturated on the way.</summary>
    private const long LargestCount = 1L << 61;

    /// <summary>As <see cref="Low"/>: no lower bound.</summary>
    public const long NoLow = long.MinValue;

    public static readonly Quantity Zero = new(0, 0);
    public static readonly Quantity One = new(1, 1);

    /// <summary>A length or count that nothing is known about.</summary>
    public static readonly Quantity SomeLength = new(0, FiniteUnknown);

    /// <summary>An <c>int</c> that nothing is known about.</summary>
    public static readonly Quantity AnyInteger = new(NoLow, FiniteUnknown);

    public bool IsExact => Low == High;

    public bool IsUnbounded => High == Unbounded;

    /// <summary>The upper bound is a number: not one of the two marks, nor so near to them that arithmetic must have run into its limit.</summary>
    public bool HasFiniteHigh => High < LargestCount;

    public static implicit operator Quantity(long value) => new(value, value);

    public static Quantity operator +(Quantity left, Quantity right) =>
        new(AddLow(left.Low, right.Low), AddHigh(left.High, right.High));

    public static Quantity operator -(Quantity left, Quantity right) => left + Negate(right);

    public static Quantity operator *(Quantity left, Quantity right)
    {
        if (left.IsExact && right.IsExact)
        {
            return Product(left.Low, right.Low);
        }

        if (left.Low >= 0 && right.Low >= 0)
        {
            return new(Product(left.Low, right.Low), MultiplyHigh(left.High, right.High));
        }

        return AnyInteger;
    }

    public static Quantity Negate(Quantity value) =>
        new(value.HasFiniteHigh ? -value.High : NoLow, value.Low == NoLow ? FiniteUnknown : -value.Low);

    public static Quantity Join(Quantity left, Quantity right) =>
        new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High));

    public static Quantity Max(Quantity left, Quantity right) =>
        new(Math.Max(left.Low, right.Low), Math.Max(left.High, right.High));

    public static Quantity Min(Quantity left, Quantity right) =>
        new(Math.Min(left.Low, right.Low), Math.Min(left.High, right.High));

    /// <summary>Python's floor division by a known positive number.</summary>
    public static Quantity FloorDivide(Quantity value, long divisor) =>
        new(value.Low == NoLow ? NoLow : FloorDivide(value.Low, divisor), value.HasFiniteHigh ? FloorDivide(value.High, divisor) : value.High);

    public static long FloorDivide(long value, long divisor)
    {
        var quotient = value / divisor;
        return (value % divisor != 0) && ((value < 0) != (divisor < 0)) ? quotient - 1 : quotient;
    }

    /// <summary>The same bounds with nothing below zero.</summary>
    public Quantity AtLeastZero() => new(Math.Max(0, Low), Math.Max(0, High));

    public override string ToString()
    {
        var low = Low.ToString(CultureInfo.InvariantCulture);
        return High switch
        {
            _ when IsExact => low,
            Unbounded => low + "..unbounded",
            FiniteUnknown => low + "..?",
            _ => low + ".." + High.ToString(CultureInfo.InvariantCulture),
        };
    }

    internal static long Clamp(Int128 value) =>
        value >= FiniteUnknown ? FiniteUnknown - 1 : value <= NoLow ? NoLow + 1 : (long)value;

    private static long Clamp(long value) => value >= FiniteUnknown ? FiniteUnknown - 1 : value <= NoLow ? NoLow + 1 : value;

    // These two run for nearly every step; 128 bits would cost several times as much.
    private static long Sum(long left, long right)
    {
        var sum = unchecked(left + right);
        var overflows = ((left ^ sum) & (right ^ sum)) < 0;
        return overflows ? Clamp(left < 0 ? long.MinValue : long.MaxValue) : Clamp(sum);
    }

    private static long Product(long left, long right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high == low >> 63 ? Clamp(low) : Clamp(high < 0 ? long.MinValue : long.MaxValue);
    }

    private static long AddLow(long left, long right) =>
        left == NoLow || right == NoLow ? NoLow : Sum(left, right);

    private static long AddHigh(long left, long right)
    {
        var top = Math.Max(left, right);
        return top >= FiniteUnknown ? top : Sum(left, right);
    }

    private static long MultiplyHigh(long left, long right)
    {
        if (left == 0 || right == 0)
        {
            return 0;
        }

        var top = Math.Max(left, right);
        return top >= FiniteUnknown ? top : Product(left, right);
    }
}
