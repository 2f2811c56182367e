using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known.Dates;

/// <summary>A <c>datetime.timedelta</c>.</summary>
internal sealed record KnownSpan(long Microseconds) : KnownObject
{
    public const long Second = 1_000_000;
    public const long Day = 86_400 * Second;

    /// <summary>Longer ones exist in Python; nobody adds them to a date.</summary>
    private const long Longest = 100_000_000;

    public override string Type => "datetime.timedelta";

    public override bool IsTrue => Microseconds != 0;

    public override bool IsKey => true;

    public long Days => (long)Math.Floor((decimal)Microseconds / Day);

    public long Seconds => (Microseconds - (Days * Day)) / Second;

    public long Fraction => (Microseconds - (Days * Day)) % Second;

    public override string Repr
    {
        get
        {
            var parts = new[] { ("days", Days), ("seconds", Seconds), ("microseconds", Fraction) }
                .Where(static part => part.Item2 != 0)
                .Select(static part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1}={part.Item2}"));
            return $"datetime.timedelta({(Microseconds == 0 ? "0" : string.Join(", ", parts))})";
        }
    }

    public override string Str
    {
        get
        {
            var days = Days == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Days} day{(Math.Abs(Days) == 1 ? string.Empty : "s")}, ");
            var fraction = Fraction == 0 ? string.Empty : "." + Fraction.ToString("000000", CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"{days}{Seconds / 3600}:{Seconds / 60 % 60:00}:{Seconds % 60:00}{fraction}");
        }
    }

    /// <summary>Null when there is none of that length, or none that is followed.</summary>
    public static KnownSpan? Of(BigInteger microseconds) => BigInteger.Abs(microseconds) > (BigInteger)Longest * Day / 2000 ? null : new KnownSpan((long)microseconds);

    public override int? CompareTo(object other) => other is KnownSpan span ? Microseconds.CompareTo(span.Microseconds) : null;

    public override object? Operate(KnownOperator operation, object other, bool isRight)
    {
        switch (operation, other)
        {
            case (KnownOperator.Add, KnownSpan span):
                return Of((BigInteger)Microseconds + span.Microseconds);
            case (KnownOperator.Subtract, KnownSpan span):
                return Of((BigInteger)Microseconds - span.Microseconds);
            case (KnownOperator.Divide, KnownSpan { Microseconds: not 0 } span):
                return WholeNumber.TrueDivide(Microseconds, span.Microseconds);
            case (KnownOperator.FloorDivide, KnownSpan { Microseconds: not 0 } span):
                return WholeNumber.FloorDivide(Microseconds, span.Microseconds);
            case (KnownOperator.Modulo, KnownSpan { Microseconds: not 0 } span):
                return Of(WholeNumber.Modulo(Microseconds, span.Microseconds));
            case (KnownOperator.Multiply, _) when KnownCall.ToInt(other) is { } times:
                return Of(Microseconds * times);
            case (KnownOperator.FloorDivide, _) when !isRight && KnownCall.ToInt(other) is { IsZero: false } parts:
                return Of(WholeNumber.FloorDivide(Microseconds, parts));
            case (KnownOperator.Divide, _) when !isRight && KnownCall.ToInt(other) is { Sign: > 0 } parts:
                var half = FloatDigits.RoundedQuotient(BigInteger.Abs(Microseconds), parts);
                return Of(Microseconds < 0 ? -half : half);
            default:
                return null;
        }
    }
}
