namespace LeakLens.Engine.Known.Dates;

/// <summary>The time between two readings of a clock: more than one number of seconds, and less than another.</summary>
internal sealed record KnownElapsed(double Low, double High, bool IsObject) : KnownTime(IsObject)
{
    public override string Type => IsObject ? "datetime.timedelta" : "float";

    public override bool? Truth => CompareToSeconds(0) is null ? null : true;

    /// <summary><c>timedelta.total_seconds()</c>.</summary>
    public KnownElapsed InSeconds => this with { IsObject = false };

    public override object Negated => new KnownElapsed(-High, -Low, IsObject);

    public int? CompareToSeconds(double seconds) => seconds <= Low ? 1 : seconds >= High ? -1 : null;

    public override int? CompareTo(object other) => other is KnownElapsed elapsed
        ? elapsed.IsObject != IsObject ? null : elapsed.High <= Low ? 1 : elapsed.Low >= High ? -1 : null
        : SecondsIn(other) is { } seconds ? CompareToSeconds(seconds) : null;

    public override object? Operate(KnownOperator operation, object other, bool isRight) => operation switch
    {
        KnownOperator.Add when other is KnownElapsed elapsed && elapsed.IsObject == IsObject => new KnownElapsed(Low + elapsed.Low, High + elapsed.High, IsObject),
        KnownOperator.Add when SecondsIn(other) is { } more => new KnownElapsed(Low + more, High + more, IsObject),
        KnownOperator.Subtract when isRight && SecondsIn(other) is { } from => new KnownElapsed(from - High, from - Low, IsObject),
        KnownOperator.Subtract when SecondsIn(other) is { } less => new KnownElapsed(Low - less, High - less, IsObject),
        KnownOperator.Multiply when KnownCall.ToFloat(other) is > 0 and var times => new KnownElapsed(Low * times, High * times, IsObject),
        KnownOperator.Divide when !isRight && KnownCall.ToFloat(other) is > 0 and var parts => new KnownElapsed(Low / parts, High / parts, IsObject),
        _ => null,
    };
}
