using System.Runtime.InteropServices;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// How a number goes on: v, then v + d, then v + 2d + a ... Four samples at equal distances give first differences that
/// are equal (a = 0) or grow evenly; anything else is no progression.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Progression(long Last, long Difference, long Acceleration)
{
    public bool IsConstant => Difference == 0 && Acceleration == 0;

    public static Progression? Fit(long first, long second, long third, long fourth)
    {
        if (fourth >= Quantity.FiniteUnknown || first == Quantity.NoLow)
        {
            return first == second && second == third && third == fourth ? new Progression(fourth, 0, 0) : null;
        }

        var a = (Int128)second - first;
        var b = (Int128)third - second;
        var c = (Int128)fourth - third;
        return c - b == b - a ? new Progression(fourth, (long)c, (long)(c - b)) : null;
    }

    /// <summary>The number after that many more samples; saturates.</summary>
    public long After(long samples)
    {
        if (IsConstant)
        {
            return Last;
        }

        if (samples >= Quantity.FiniteUnknown)
        {
            return Difference + Acceleration >= 0 && Acceleration >= 0 ? samples : Quantity.NoLow;
        }

        var n = (Int128)samples;
        return Quantity.Clamp(Last + (n * Difference) + (n * (n + 1) / 2 * Acceleration));
    }

    /// <summary>The largest number of further samples for which the value stays at or above zero; null when it always does.</summary>
    public long? SamplesAboveZero()
    {
        if (IsConstant || (Difference >= 0 && Acceleration >= 0))
        {
            return null;
        }

        if (Acceleration == 0)
        {
            return Last / -Difference;
        }

        return FindCrossing();
    }

    private long? FindCrossing()
    {
        // Convex: lowest near its vertex, and above zero for ever when it is above zero there. Concave: crosses once.
        var top = Acceleration > 0 ? (-Difference / Acceleration) + 1 : 1L << 40;
        if (After(top) >= 0 && Acceleration > 0)
        {
            return null;
        }

        var low = 0L;
        while (low < top)
        {
            var middle = low + ((top - low + 1) / 2);
            if (After(middle) >= 0)
            {
                low = middle;
            }
            else
            {
                top = middle - 1;
            }
        }

        return low;
    }
}
