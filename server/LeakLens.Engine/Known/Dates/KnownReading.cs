namespace LeakLens.Engine.Known.Dates;

/// <summary>A reading of a clock, and a time so many seconds before or behind it.</summary>
/// <param name="Clock">Readings of different clocks say nothing of each other.</param>
/// <param name="Order">Later readings have greater numbers.</param>
/// <param name="Slept">Seconds that the program had slept by then.</param>
/// <param name="Shift">Seconds that were added since.</param>
internal sealed record KnownReading(string Clock, long Order, double Slept, double Shift, bool IsObject) : KnownTime(IsObject)
{
    public override string Type => IsObject ? "datetime.datetime" : "float";

    public override bool IsKey => true;

    public override bool? Truth => true;

    public override int? CompareTo(object other) => other is not KnownReading reading ? null
        : Since(reading) switch
        {
            KnownElapsed elapsed => elapsed.CompareToSeconds(0),
            double seconds => seconds.CompareTo(0),
            _ => null,
        };

    public override object? Operate(KnownOperator operation, object other, bool isRight) => operation switch
    {
        KnownOperator.Subtract when !isRight && other is KnownReading reading => Since(reading) is double seconds && IsObject ? new KnownSpan((long)(seconds * KnownSpan.Second)) : Since(reading),
        KnownOperator.Subtract when !isRight && SecondsIn(other) is { } less => this with { Shift = Shift - less },
        KnownOperator.Add when SecondsIn(other) is { } more => this with { Shift = Shift + more },
        _ => null,
    };

    /// <summary>Seconds from the other to this: of the same reading a number.</summary>
    private object? Since(KnownReading other)
    {
        var (shift, slept) = (Shift - other.Shift, Slept - other.Slept);
        return !string.Equals(Clock, other.Clock, StringComparison.Ordinal) || IsObject != other.IsObject ? null
            : Order == other.Order ? shift
            : Order > other.Order ? new KnownElapsed(shift + slept, shift + slept + Slack, IsObject)
            : new KnownElapsed(shift + slept - Slack, shift + slept, IsObject);
    }
}
