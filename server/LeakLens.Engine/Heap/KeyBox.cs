using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>Keys of one pattern, each number of which lies between two bounds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyBox(string Pattern, NumberVector Low, NumberVector High)
{
    /// <summary>How many keys there are between the bounds; null when they are too many to matter.</summary>
    public long? Capacity
    {
        get
        {
            const long Most = 1L << 32;
            var product = 1L;
            for (var i = 0; i < Low.Count; i++)
            {
                var width = High[i] - Low[i] + 1;
                if (width is <= 0 or > Most || product > Most)
                {
                    return null;
                }

                product *= width;
            }

            return product > Most ? null : product;
        }
    }

    public KeyBox Including(NumberVector numbers) => this with
    {
        Low = new(numbers.Count, Math.Min(Low.First, numbers.First), Math.Min(Low.Second, numbers.Second), Math.Min(Low.Third, numbers.Third), Math.Min(Low.Fourth, numbers.Fourth)),
        High = new(numbers.Count, Math.Max(High.First, numbers.First), Math.Max(High.Second, numbers.Second), Math.Max(High.Third, numbers.Third), Math.Max(High.Fourth, numbers.Fourth)),
    };

    public bool MayContain(in KeyIdentity key) => string.Equals(Pattern, key.Pattern, StringComparison.Ordinal) && !IsBehind(key, default);

    /// <summary>No key that <paramref name="step"/> leads to from <paramref name="start"/> is in the box.</summary>
    public bool IsBehind(in KeyIdentity start, NumberVector step)
    {
        if (!string.Equals(Pattern, start.Pattern, StringComparison.Ordinal))
        {
            return true;
        }

        for (var i = 0; i < start.Numbers.Count; i++)
        {
            if ((step[i] >= 0 && High[i] < start.Numbers[i]) || (step[i] <= 0 && Low[i] > start.Numbers[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many steps lead from <paramref name="start"/> to between the bounds; null when none ever do.</summary>
    public long? StepsTo(in KeyIdentity start, NumberVector step)
    {
        if (!string.Equals(Pattern, start.Pattern, StringComparison.Ordinal))
        {
            return null;
        }

        Int128 first = 0;
        Int128 last = Int128.MaxValue;
        for (var i = 0; i < start.Numbers.Count; i++)
        {
            var (near, far) = step[i] < 0 ? ((Int128)start.Numbers[i] - High[i], (Int128)start.Numbers[i] - Low[i]) : ((Int128)Low[i] - start.Numbers[i], (Int128)High[i] - start.Numbers[i]);
            if (far < 0 || (step[i] == 0 && near > 0))
            {
                return null;
            }

            var way = Int128.Abs(step[i]);
            if (way != 0)
            {
                first = Int128.Max(first, near <= 0 ? 0 : ((near - 1) / way) + 1);
                last = Int128.Min(last, far / way);
            }
        }

        return first > last ? null : Quantities.Quantity.Clamp(first);
    }
}
