namespace LeakLens.Engine.Known.Dates;

/// <summary>Where in a run a clock was read.</summary>
/// <param name="Order">Later readings have greater numbers.</param>
/// <param name="Slept">Seconds that the program had slept by then.</param>
/// <param name="Steps">What it had done by then.</param>
/// <param name="Waits">So often had it called what may have taken any time.</param>
internal sealed record ReadingPlace(long Order, double Slept, long Steps, int Waits)
{
    /// <summary>Seconds that a machine in trouble may need for nothing.</summary>
    private const double Slack = 2;

    /// <summary>Many times of what CPython needs for a step.</summary>
    private const double SecondsPerStep = 2e-5;

    /// <summary>Seconds from an earlier reading to this: more than the first, less than the second.</summary>
    public (double Low, double High) Since(ReadingPlace earlier)
    {
        var slept = Slept - earlier.Slept;
        return (slept, Waits != earlier.Waits ? double.PositiveInfinity : slept + Slack + ((Steps - earlier.Steps) * SecondsPerStep));
    }
}
