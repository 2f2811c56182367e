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
