namespace LeakLens.Engine.Known;

/// <summary>Arithmetic of Python's float where it is not that of the machine (Objects/floatobject.c).</summary>
internal static class FloatNumber
{
    /// <summary>left // right and left % right; the divisor is not zero.</summary>
    public static (double Quotient, double Remainder) DivMod(double left, double right)
    {
        var remainder = left % right;
        var division = (left - remainder) / right;
        if (remainder != 0)
        {
            if ((right < 0) != (remainder < 0))
            {
                remainder += right;
                division -= 1.0;
            }
        }
        else
        {
            remainder = Math.CopySign(0.0, right);
        }

        if (division == 0)
        {
            return (Math.CopySign(0.0, left / right), remainder);
        }

        var floor = Math.Floor(division);
        return (division - floor > 0.5 ? floor + 1.0 : floor, remainder);
    }

    public static object? Power(double value, double exponent)
    {
        if (value == 0 && exponent < 0)
        {
            return new KnownError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }

        // A root of a negative number is complex.
        if (value < 0 && double.IsFinite(value) && Math.Floor(exponent) != exponent)
        {
            return null;
        }

        var power = Math.Pow(value, exponent);
        return double.IsInfinity(power) && double.IsFinite(value) && double.IsFinite(exponent) ? new KnownError("OverflowError", "(34, 'Numerical result out of range')") : power;
    }
}
