using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>A number of the state that a loop changes evenly, and how its two bounds go on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Change(Component Part, Progression Low, Progression High)
{
    /// <summary>Of a float: how much each window adds; 0 for whole numbers.</summary>
    public double Step { get; init; }

    /// <summary>How much a float that goes on evenly changes from one window to the next; 0 when it stays what it is, or goes on in another way.</summary>
    public static double StepOf(double first, double second, double third, double fourth)
    {
        const double Rounding = 1e-9;
        var step = fourth - third;
        var most = Rounding * Math.Max(Math.Abs(step), Math.Abs(fourth) / 1024);
        return double.IsFinite(step) && Math.Abs(step - (third - second)) <= most && Math.Abs(third - second - (second - first)) <= most ? step : 0;
    }

    /// <summary>The float after so many more windows.</summary>
    public Value After(Quantity windows) => Part.Value.Reference is not { } held ? Part.Value
        : windows is { IsExact: true, HasFiniteHigh: true } ? Value.OfFloat(Part.Value.FloatValue + (Step * windows.High), held) : Value.OfSomeFloat(held);
}
