namespace LeakLens.Engine.Known.Dates;

/// <summary>
/// What a clock says, and what is worked out of it. Nobody knows the number; what is known is which of two readings came first, and that between
/// them lie all sleeps and not much more: a run that the exact run makes step by step takes no two seconds in CPython.
/// </summary>
/// <param name="IsObject">A <c>datetime.datetime</c> or <c>datetime.timedelta</c>; otherwise a float, in seconds.</param>
internal abstract record KnownTime(bool IsObject) : KnownObject
{
    /// <summary>Seconds that the program itself may need.</summary>
    protected const double Slack = 2;

    /// <summary>Of a float whether it is not zero; null when that is not known.</summary>
    public abstract bool? Truth { get; }

    /// <summary>Seconds in a number or a <c>timedelta</c>, whichever goes with this; null for anything else.</summary>
    protected double? SecondsIn(object other) => IsObject ? other is KnownSpan span ? span.Microseconds / (double)KnownSpan.Second : null : KnownCall.ToFloat(other);
}
