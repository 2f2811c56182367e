using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>Up to four whole numbers: those that stand in a key and may move on from trip to trip.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberVector(int Count, long First, long Second, long Third, long Fourth)
{
    public const int Most = 4;

    public static readonly NumberVector Empty;

    public static NumberVector Of(long number) => new(1, number, 0, 0, 0);

    public bool IsZero => First == 0 && Second == 0 && Third == 0 && Fourth == 0;

    public long this[int index] => index switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        _ => Fourth,
    };

    public static NumberVector operator +(NumberVector left, NumberVector right) =>
        new(left.Count, left.First + right.First, left.Second + right.Second, left.Third + right.Third, left.Fourth + right.Fourth);

    public static NumberVector operator -(NumberVector left, NumberVector right) =>
        new(left.Count, left.First - right.First, left.Second - right.Second, left.Third - right.Third, left.Fourth - right.Fourth);

    public static NumberVector operator *(NumberVector left, long factor) =>
        new(left.Count, left.First * factor, left.Second * factor, left.Third * factor, left.Fourth * factor);

    /// <summary>The same numbers with one more behind them; null when there is no room.</summary>
    public NumberVector? With(long number) => Count switch
    {
        0 => new(1, number, 0, 0, 0),
        1 => new(2, First, number, 0, 0),
        2 => new(3, First, Second, number, 0),
        3 => new(4, First, Second, Third, number),
        _ => null,
    };

    /// <summary>How often <paramref name="step"/> leads from <paramref name="start"/> to here; null when it never does.</summary>
    public long? StepsFrom(NumberVector start, NumberVector step)
    {
        var way = this - start;
        for (var i = 0; i < Count; i++)
        {
            if (step[i] == 0)
            {
                continue;
            }

            var steps = way[i] / step[i];
            return steps >= 0 && way == (step with { Count = Count }) * steps ? steps : null;
        }

        return way.IsZero ? 0 : null;
    }
}
