using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Which items <c>x[start:stop:step]</c> takes (PySlice_AdjustIndices in Objects/sliceobject.c).</summary>
internal static class Slicing
{
    /// <summary>The first index, how many items, and the distance from one to the next; null when a bound is no number or the step is zero.</summary>
    public static (int Start, int Count, int Step)? Resolve(object? start, object? stop, object? step, int length)
    {
        if (!TryBound(step, out var by) || !TryBound(start, out var from) || !TryBound(stop, out var to) || by == 0)
        {
            return null;
        }

        var stride = by ?? 1;
        var first = Adjust(from, stride, length, stride > 0 ? 0 : length - 1);
        var end = Adjust(to, stride, length, stride > 0 ? length : -1);
        var count = stride > 0
            ? first < end ? ((end - first - 1) / stride) + 1 : 0
            : end < first ? ((first - end - 1) / -stride) + 1 : 0;
        return (first, count, stride);
    }

    /// <summary>So many characters of a text, from one on, each so far from the one before it.</summary>
    public static string Take(string text, int start, int count, int step)
    {
        if (step == 1)
        {
            var first = Points.ToUnit(text, start);
            return count == 0 ? string.Empty : text[first..(first + Points.ToUnit(text[first..], count))];
        }

        if (Points.AreUnits(text))
        {
            return string.Create(count, (text, start, step), static (into, from) =>
            {
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = from.text[from.start + (i * from.step)];
                }
            });
        }

        var characters = Points.Split(text);
        var taken = new string[count];
        for (var i = 0; i < count; i++)
        {
            taken[i] = characters[start + (i * step)];
        }

        return string.Concat(taken);
    }

    /// <summary>The stretch that optional arguments <c>start, end</c> of a search mean; null when one is no number.</summary>
    public static (int Start, int End)? Stretch(object? start, object? end, int length)
    {
        if (!TryBound(start, out var from) || !TryBound(end, out var to))
        {
            return null;
        }

        // A start behind the end finds nothing, not even an empty text: it is not cut down to the length.
        var first = from is not { } given ? 0 : given < 0 ? Math.Max(0, given + length) : given;
        return (first, Adjust(to, 1, length, length));
    }

    private static int Adjust(int? bound, int step, int length, int standard)
    {
        if (bound is not { } at)
        {
            return standard;
        }

        at = at < 0 ? at + length : at;
        return step > 0 ? Math.Clamp(at, 0, length) : Math.Clamp(at, -1, length - 1);
    }

    private static bool TryBound(object? value, out int? bound)
    {
        bound = null;
        if (value is null or KnownNone)
        {
            return true;
        }

        if (KnownCall.ToInt(value) is not { } number)
        {
            return false;
        }

        // What is far outside means the same as what is just outside.
        bound = (int)BigInteger.Clamp(number, -(1 << 29), 1 << 29);
        return true;
    }
}
