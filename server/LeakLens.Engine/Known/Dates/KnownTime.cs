namespace LeakLens.Engine.Known.Dates;

/// <summary>
/// What a clock says, and what is worked out of it. Nobody knows the number; what is known is which of two readings came first, and that between
/// them lie all sleeps and, unless something was called that may wait, not much more.
/// </summary>
/// <param name="IsObject">A <c>datetime.datetime</c> or <c>datetime.timedelta</c>; otherwise a float, in seconds.</param>
internal abstract record KnownTime(bool IsObject) : KnownObject
{
    /// <summary>Of a float whether it is not zero; null when that is not known.</summary>
    public abstract bool? Truth { get; }

    /// <summary>Seconds in a number or a <c>timedelta</c>, whichever goes with this; null for anything else.</summary>
    protected double? SecondsIn(object other) => IsObject ? other is KnownSpan span ? span.Microseconds / (double)KnownSpan.Second : null : KnownCall.ToFloat(other);
}
