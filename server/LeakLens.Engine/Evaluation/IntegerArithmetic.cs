using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Arithmetic of Python's int over bounds.</summary>
internal static class IntegerArithmetic
{
    /// <summary>Null when the result is not an int or raises.</summary>
    public static Quantity? TryCompute(BinaryOperator operation, Quantity left, Quantity right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Sub => left - right,
        BinaryOperator.Mult => left * right,
        BinaryOperator.FloorDiv when right.IsExact && right.Low > 0 => Quantity.FloorDivide(left, right.Low),
        BinaryOperator.Mod when right.IsExact && right.Low > 0 => Modulo(left, right.Low),
        BinaryOperator.Pow when left.IsExact && right.IsExact && right.Low is >= 0 and < 64 => Power(left.Low, right.Low),
        BinaryOperator.LShift when left.IsExact && right.IsExact && right.Low is >= 0 and < 64 => Exactly((Int128)left.Low << (int)right.Low),
        BinaryOperator.RShift when left.IsExact && right.IsExact && right.Low is >= 0 and < 63 => left.Low >> (int)right.Low,
        BinaryOperator.BitAnd when left.IsExact && right.IsExact => left.Low & right.Low,
        BinaryOperator.BitOr when left.IsExact && right.IsExact => left.Low | right.Low,
        BinaryOperator.BitXor when left.IsExact && right.IsExact => left.Low ^ right.Low,
        BinaryOperator.BitAnd when right.IsExact && right.Low >= 0 => new Quantity(0, right.Low),
        BinaryOperator.FloorDiv or BinaryOperator.Mod or BinaryOperator.LShift or BinaryOperator.RShift
            or BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor or BinaryOperator.Pow => Quantity.AnyInteger,
        _ => null,
    };

    /// <summary>
    /// An operation on a number that changes and one that does not goes on evenly within pieces of so many numbers: up to the next multiple of a divisor, or
    /// to where a bit of a mask changes. Null for operations without pieces.
    /// </summary>
    /// <param name="operand">The number that does not change.</param>
    public static long? PieceOf(BinaryOperator operation, Quantity operand) => operand is not { IsExact: true, Low: > 0 and var number } ? null : operation switch
    {
        BinaryOperator.Mod or BinaryOperator.FloorDiv => number,
        BinaryOperator.RShift => number < 62 ? 1L << (int)number : null,
        BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor => PieceOfMask(number),
        _ => null,
    };

    /// <summary>A mask with several runs of ones, of which the upper ones change so rarely that no number of trips shows how.</summary>
    public static bool IsScattered(BinaryOperator operation, Quantity operand) =>
        operation is BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor && operand is { IsExact: true, Low: > 255 and var mask } && (mask & (mask + (mask & -mask))) != 0;

    /// <summary>Below the lowest bit of a mask nothing changes; a run of ones from the last bit on is a remainder.</summary>
    private static long PieceOfMask(long mask)
    {
        var lowest = mask & -mask;
        return lowest > 1 || mask == long.MaxValue ? lowest : ~mask & (mask + 1);
    }

    private static Quantity Modulo(Quantity value, long divisor)
    {
        if (!value.IsExact)
        {
            return new Quantity(0, divisor - 1);
        }

        return value.Low - (Quantity.FloorDivide(value.Low, divisor) * divisor);
    }

    private static Quantity Exactly(Int128 value) => value >= Quantity.FiniteUnknown || value <= Quantity.NoLow ? Quantity.AnyInteger : (long)value;

    private static Quantity Power(long value, long exponent)
    {
        Int128 result = 1;
        for (var i = 0L; i < exponent; i++)
        {
            result *= value;
            if (result > Quantity.FiniteUnknown || result < Quantity.NoLow)
            {
                return Quantity.AnyInteger;
            }
        }

        return (long)result;
    }
}
