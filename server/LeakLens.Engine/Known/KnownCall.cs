using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>
/// The arguments of a call, all known. Values are <see cref="KnownNone"/>, <see cref="bool"/>, <see cref="BigInteger"/>,
/// <see cref="double"/>, <see cref="string"/>, <c>byte[]</c>, <see cref="KnownSequence"/> or <see cref="KnownDict"/>.
/// </summary>
/// <param name="Self">The receiver of a method; null for a function.</param>
/// <param name="Work">Where functions that take long for what they are given count what they do.</param>
internal sealed record KnownCall(object? Self, IReadOnlyList<object> Positional, IReadOnlyList<(string Name, object Value)> Named, WorkMeter Work)
{
    public string Text => Self as string ?? string.Empty;

    public int Count => Positional.Count + Named.Count;

    /// <summary>An argument by place or name; null where it was not given.</summary>
    public object? At(int index, string? name = null)
    {
        if (index < Positional.Count)
        {
            return Positional[index];
        }

        foreach (var (candidate, value) in Named)
        {
            if (name is not null && string.Equals(candidate, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    public string? TextAt(int index, string? name = null) => At(index, name) as string;

    public BigInteger? IntAt(int index, string? name = null) => ToInt(At(index, name));

    /// <summary>A whole number that is small enough to count with; the standard one where none is given; null when it is no such number.</summary>
    public int? SmallAt(int index, int standard, string? name = null) => At(index, name) is { } value ? ToSmall(value) : standard;

    public double? FloatAt(int index, string? name = null) => ToFloat(At(index, name));

    /// <summary>The value of a bool or int.</summary>
    public static BigInteger? ToInt(object? value) => value switch
    {
        BigInteger number => number,
        bool truth => truth ? 1 : 0,
        _ => null,
    };

    public static int? ToSmall(object? value) => ToInt(value) is { } number && BigInteger.Abs(number) <= int.MaxValue / 4 ? (int)number : null;

    /// <summary>The value of a bool, int or float as a float; null when it is none, or too large for one.</summary>
    public static double? ToFloat(object? value) => value switch
    {
        double number => number,
        _ => ToInt(value) is { } whole && WholeNumber.ToFloat(whole) is var converted && double.IsFinite(converted) ? converted : null,
    };
}
