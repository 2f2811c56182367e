using System.Globalization;

namespace LeakLens.Engine.Known.Dates;

/// <summary>A <c>datetime.datetime</c> without a time zone, or a <c>datetime.date</c>.</summary>
/// <param name="IsDate">Only the day counts.</param>
internal sealed record KnownMoment(DateTime Time, bool IsDate) : KnownObject
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public override string Type => IsDate ? "datetime.date" : "datetime.datetime";

    public override bool IsKey => true;

    public int Fraction => (int)(Time.Ticks % TimeSpan.TicksPerSecond / TicksPerMicrosecond);

    public override string Repr
    {
        get
        {
            var parts = new List<int> { Time.Year, Time.Month, Time.Day };
            if (!IsDate)
            {
                parts.AddRange([Time.Hour, Time.Minute, Time.Second, Fraction]);
                var most = Fraction != 0 ? 7 : Time.Second != 0 ? 6 : 5;
                parts.RemoveRange(most, parts.Count - most);
            }

            return $"{Type}({string.Join(", ", parts)})";
        }
    }

    public override string Str => IsoText(" ");

    public string IsoText(string separator) => Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        + (IsDate ? string.Empty : separator + Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + (Fraction == 0 ? string.Empty : "." + Fraction.ToString("000000", CultureInfo.InvariantCulture)));

    public override string? Format(string specification) => specification.Length == 0 ? Str : DateText.Format(this, specification);

    public override int? CompareTo(object other) => other is KnownMoment moment && moment.IsDate == IsDate ? Time.CompareTo(moment.Time) : null;

    public override object? Operate(KnownOperator operation, object other, bool isRight)
    {
        switch (operation, other)
        {
            case (KnownOperator.Add, KnownSpan span):
                return Move(span, 1);
            case (KnownOperator.Subtract, KnownSpan span) when !isRight:
                return Move(span, -1);
            case (KnownOperator.Subtract, KnownMoment moment) when moment.IsDate == IsDate && !isRight:
                return new KnownSpan((Time.Ticks - moment.Time.Ticks) / TicksPerMicrosecond);
            default:
                return null;
        }
    }

    /// <summary>A date moves by whole days.</summary>
    private object Move(KnownSpan span, int sign)
    {
        var ticks = Time.Ticks + ((Int128)sign * (IsDate ? span.Days * KnownSpan.Day : span.Microseconds) * TicksPerMicrosecond);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? new KnownError("OverflowError", "date value out of range") : this with { Time = new DateTime((long)ticks) };
    }
}
