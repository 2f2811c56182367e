using System.Globalization;
using System.Text;

namespace LeakLens.Engine.Known.Dates;

/// <summary><c>strftime</c> in the C locale, and <c>fromisoformat</c>.</summary>
internal static class DateText
{
    /// <summary>Null when a directive is not followed.</summary>
    public static string? Format(KnownMoment moment, string format)
    {
        var into = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                into.Append(format[at]);
            }
            else if (++at >= format.Length || Directive(moment, format[at]) is not { } text)
            {
                return null;
            }
            else
            {
                into.Append(text);
            }
        }

        return into.Length > KnownLimits.LongestText ? null : into.ToString();
    }

    private static string? Directive(KnownMoment moment, char directive)
    {
        var time = moment.Time;
        var culture = CultureInfo.InvariantCulture;
        var weekday = (int)time.DayOfWeek;
        return directive switch
        {
            'Y' => time.Year.ToString(culture),
            'y' => time.ToString("yy", culture),
            'm' => time.ToString("MM", culture),
            'd' => time.ToString("dd", culture),
            'e' => time.Day.ToString(culture).PadLeft(2),
            'H' => time.ToString("HH", culture),
            'I' => time.ToString("hh", culture),
            'M' => time.ToString("mm", culture),
            'S' => time.ToString("ss", culture),
            'f' => moment.Fraction.ToString("000000", culture),
            'p' => time.Hour < 12 ? "AM" : "PM",
            'b' or 'h' => time.ToString("MMM", culture),
            'B' => time.ToString("MMMM", culture),
            'a' => time.ToString("ddd", culture),
            'A' => time.ToString("dddd", culture),
            'j' => time.DayOfYear.ToString("000", culture),
            'w' => weekday.ToString(culture),
            'u' => (weekday == 0 ? 7 : weekday).ToString(culture),
            'U' => ((time.DayOfYear + 6 - weekday) / 7).ToString("00", culture),
            'W' => ((time.DayOfYear + 6 - ((weekday + 6) % 7)) / 7).ToString("00", culture),
            'V' => ISOWeek.GetWeekOfYear(time).ToString("00", culture),
            'G' => ISOWeek.GetYear(time).ToString(culture),
            'F' => time.ToString("yyyy-MM-dd", culture),
            'T' or 'X' => time.ToString("HH:mm:ss", culture),
            'R' => time.ToString("HH:mm", culture),
            'D' or 'x' => time.ToString("MM'/'dd'/'yy", culture),
            'c' => Long(time),
            'z' or 'Z' => string.Empty,
            'n' => "\n",
            't' => "\t",
            '%' => "%",
            _ => null,
        };
    }

    /// <summary>As <c>ctime</c> writes it.</summary>
    public static string Long(DateTime time) =>
        time.ToString("ddd MMM ", CultureInfo.InvariantCulture) + time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2) + time.ToString(" HH:mm:ss ", CultureInfo.InvariantCulture) + time.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The forms of every day: a date, a date with a time, with three or six digits behind the second.</summary>
    public static KnownMoment? Parse(string text, bool isDate)
    {
        string[] forms = isDate ? ["yyyy-MM-dd", "yyyyMMdd"] : ["yyyy-MM-dd", "yyyy-MM-dd'X'HH:mm", "yyyy-MM-dd'X'HH:mm:ss", "yyyy-MM-dd'X'HH:mm:ss.fff", "yyyy-MM-dd'X'HH:mm:ss.ffffff"];
        const int Day = 10;
        var plain = text.Length > Day && !isDate ? text[..Day] + "X" + text[(Day + 1)..] : text;
        return DateTime.TryParseExact(plain, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new KnownMoment(time, isDate) : null;
    }

    /// <summary><c>strptime</c> with directives that are numbers of a fixed width or names; null when the text is not read.</summary>
    public static KnownMoment? Parse(string text, string format)
    {
        var form = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                form.Append('\\').Append(format[at]);
            }
            else if (++at >= format.Length || Form(format[at]) is not { } part)
            {
                return null;
            }
            else
            {
                form.Append(part);
            }
        }

        return form.Length > 1 && DateTime.TryParseExact(text, form.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time) && text.Any(char.IsAsciiDigit) && form.ToString().Contains('y', StringComparison.Ordinal)
            ? new KnownMoment(time, IsDate: false)
            : null;
    }

    private static string? Form(char directive) => directive switch
    {
        'Y' => "yyyy",
        'm' => "MM",
        'd' => "dd",
        'H' => "HH",
        'M' => "mm",
        'S' => "ss",
        'f' => "ffffff",
        'b' => "MMM",
        'B' => "MMMM",
        _ => null,
    };
}
