namespace LeakLens.Engine.Known.Dates;

/// <summary>A reading of a clock, and a time so many seconds before or behind it.</summary>
/// <param name="Clock">Readings of different clocks say nothing of each other.</param>
/// <param name="Shift">Seconds that were added since.</param>
internal sealed record KnownReading(string Clock, ReadingPlace At, double Shift, bool IsObject) : KnownTime(IsObject)
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
        var shift = Shift - other.Shift;
        if (!string.Equals(Clock, other.Clock, StringComparison.Ordinal) || IsObject != other.IsObject)
        {
            return null;
        }

        if (At.Order == other.At.Order)
        {
            return shift;
        }

        var (low, high) = At.Order > other.At.Order ? At.Since(other.At) : other.At.Since(At);
        return At.Order > other.At.Order ? new KnownElapsed(shift + low, shift + high, IsObject) : new KnownElapsed(shift - high, shift - low, IsObject);
    }
}
