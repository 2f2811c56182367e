using System.Numerics;

namespace LeakLens.Engine.Known.Dates;

/// <summary>The module <c>datetime</c>, as far as it depends on neither the clock nor the time zone.</summary>
internal static class DateFunctions
{
    private static readonly (string Name, Func<KnownMoment, KnownCall, object?> Function)[] OfMoments =
    [
        ("isoformat", static (moment, call) => call.Count == 0 ? moment.IsoText("T") : call.Count == 1 && call.TextAt(0, "sep") is { } separator ? moment.IsoText(separator) : null),
        ("strftime", static (moment, call) => call.TextAt(0, "format") is { } format ? DateText.Format(moment, format) : null),
        ("weekday", static (moment, _) => new BigInteger(((int)moment.Time.DayOfWeek + 6) % 7)),
        ("isoweekday", static (moment, _) => new BigInteger((((int)moment.Time.DayOfWeek + 6) % 7) + 1)),
        ("toordinal", static (moment, _) => new BigInteger((moment.Time.Ticks / TimeSpan.TicksPerDay) + 1)),
        ("ctime", static (moment, _) => DateText.Long(moment.Time)),
        ("replace", Replace),
        ("year", static (moment, _) => new BigInteger(moment.Time.Year)),
        ("month", static (moment, _) => new BigInteger(moment.Time.Month)),
        ("day", static (moment, _) => new BigInteger(moment.Time.Day)),
        ("__add__", static (moment, call) => call.At(0) is { } other ? moment.Operate(KnownOperator.Add, other, isRight: false) : null),
        ("__sub__", static (moment, call) => call.At(0) is { } other ? moment.Operate(KnownOperator.Subtract, other, isRight: false) : null),
        ("__radd__", static (moment, call) => call.At(0) is { } other ? moment.Operate(KnownOperator.Add, other, isRight: true) : null),
    ];

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("datetime.datetime", static call => Make(call, ["year", "month", "day", "hour", "minute", "second", "microsecond"], isDate: false)),
        ("datetime.date", static call => Make(call, ["year", "month", "day"], isDate: true)),
        ("datetime.timedelta", MakeSpan),
        .. OfMoments.Select(static method => ("datetime.date." + method.Name, OfMoment(method.Function))),
        .. OfMoments.Select(static method => ("datetime.datetime." + method.Name, OfMoment(method.Function))),
        ("datetime.datetime.hour", OfMoment(static (moment, _) => new BigInteger(moment.Time.Hour))),
        ("datetime.datetime.minute", OfMoment(static (moment, _) => new BigInteger(moment.Time.Minute))),
        ("datetime.datetime.second", OfMoment(static (moment, _) => new BigInteger(moment.Time.Second))),
        ("datetime.datetime.microsecond", OfMoment(static (moment, _) => new BigInteger(moment.Fraction))),
        ("datetime.datetime.date", OfMoment(static (moment, _) => new KnownMoment(moment.Time.Date, IsDate: true))),
        ("datetime.datetime.fromisoformat", static call => call.TextAt(0) is { } text ? DateText.Parse(text, isDate: false) : null),
        ("datetime.date.fromisoformat", static call => call.TextAt(0) is { } text ? DateText.Parse(text, isDate: true) : null),
        ("datetime.datetime.strptime", static call => call.TextAt(0) is { } text && call.TextAt(1) is { } format ? DateText.Parse(text, format) : null),
        ("datetime.date.fromordinal", static call => FromOrdinal(call, isDate: true)),
        ("datetime.datetime.fromordinal", static call => FromOrdinal(call, isDate: false)),
        ("datetime.timedelta.total_seconds", static call => call.Self switch { KnownSpan span => WholeNumber.TrueDivide(span.Microseconds, KnownSpan.Second), KnownElapsed elapsed => elapsed.InSeconds, _ => null }),
        ("datetime.timedelta.days", static call => call.Self is KnownSpan span ? new BigInteger(span.Days) : null),
        ("datetime.timedelta.seconds", static call => call.Self is KnownSpan span ? new BigInteger(span.Seconds) : null),
        ("datetime.timedelta.microseconds", static call => call.Self is KnownSpan span ? new BigInteger(span.Fraction) : null),
    ];

    private static KnownFunction OfMoment(Func<KnownMoment, KnownCall, object?> function) => call => call.Self is KnownMoment moment ? function(moment, call) : null;

    private static object? Make(KnownCall call, string[] names, bool isDate)
    {
        var parts = new int[7];
        var given = 0;
        for (var i = 0; i < names.Length; i++)
        {
            given += call.At(i, names[i]) is null ? 0 : 1;
            if (call.SmallAt(i, i < 3 ? -1 : 0, names[i]) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return given < call.Count ? null : Of(parts, isDate);
    }

    private static object Of(int[] parts, bool isDate)
    {
        var isRight = parts is [>= 1 and <= 9999, >= 1 and <= 12, >= 1, >= 0 and < 24, >= 0 and < 60, >= 0 and < 60, >= 0 and < 1_000_000] && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1]);
        return isRight
            ? new KnownMoment(new DateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]).AddTicks(parts[6] * TimeSpan.TicksPerMicrosecond), isDate)
            : new KnownError("ValueError", "day is out of range for month");
    }

    private static object? Replace(KnownMoment moment, KnownCall call)
    {
        var time = moment.Time;
        int[] parts = [time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, moment.Fraction];
        string[] names = ["year", "month", "day", "hour", "minute", "second", "microsecond"];
        var given = 0;
        for (var i = 0; i < (moment.IsDate ? 3 : 7); i++)
        {
            given += call.At(i, names[i]) is null ? 0 : 1;
            if (call.SmallAt(i, parts[i], names[i]) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return given < call.Count ? null : Of(parts, moment.IsDate);
    }

    private static object? FromOrdinal(KnownCall call, bool isDate) =>
        call.SmallAt(0, -1) is >= 1 and <= 3_652_059 and var ordinal ? new KnownMoment(new DateTime((ordinal - 1) * TimeSpan.TicksPerDay), isDate) : null;

    /// <summary>Fractions of all parts are added up and rounded once, ties to even (accum in Modules/_datetimemodule.c).</summary>
    private static object? MakeSpan(KnownCall call)
    {
        (string Name, int Place, long Unit)[] parts =
        [
            ("microseconds", 2, 1), ("milliseconds", 3, 1000), ("seconds", 1, KnownSpan.Second), ("minutes", 4, 60 * KnownSpan.Second),
            ("hours", 5, 3600 * KnownSpan.Second), ("days", 0, KnownSpan.Day), ("weeks", 6, 7 * KnownSpan.Day),
        ];
        var total = BigInteger.Zero;
        var rest = 0.0;
        foreach (var (name, place, unit) in parts)
        {
            switch (call.At(place, name))
            {
                case null:
                    break;
                case double number when double.IsFinite(number):
                    var fraction = (number - Math.Truncate(number)) * unit;
                    total += (new BigInteger(Math.Truncate(number)) * unit) + new BigInteger(Math.Truncate(fraction));
                    rest += fraction - Math.Truncate(fraction);
                    break;
                case var value when KnownCall.ToInt(value) is { } whole:
                    total += whole * unit;
                    break;
                default:
                    return null;
            }
        }

        var rounded = total.IsEven ? Math.Round(rest, MidpointRounding.ToEven) : Math.Round(rest + 1, MidpointRounding.ToEven) - 1;
        return KnownSpan.Of(total + new BigInteger(rounded));
    }
}
