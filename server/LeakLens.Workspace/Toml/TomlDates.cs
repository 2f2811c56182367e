using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>Dates and times of RFC 3339, and its halves.</summary>
internal static class TomlDates
{
    private const int DateLength = 10;
    private const int TimeLength = 8;
    private const int OffsetLength = 6;

    /// <summary>2026-11-21 and nothing else, by its shape.</summary>
    public static bool LooksLikeDate(ReadOnlySpan<char> word) => word.Length == DateLength && BeginsLikeDate(word);

    /// <summary>By its beginning, so that a date that does not exist is not called a bad number.</summary>
    public static bool IsDateOrTime(ReadOnlySpan<char> word) => BeginsLikeDate(word) || (word.Length > 2 && word[2] == ':');

    /// <summary>Null if no calendar or clock shows it.</summary>
    public static TomlDateTime? Read(ReadOnlySpan<char> word, TextSpan span)
    {
        if (!BeginsLikeDate(word))
        {
            return ReadTime(word) is { } only ? new TomlDateTime(span, date: null, only, offset: null) : null;
        }

        if (ReadDate(word[..Math.Min(DateLength, word.Length)]) is not { } date)
        {
            return null;
        }

        if (word.Length == DateLength)
        {
            return new TomlDateTime(span, date, time: null, offset: null);
        }

        return word[DateLength] is 'T' or 't' or ' ' ? ReadWithTime(word[(DateLength + 1)..], date, span) : null;
    }

    private static TomlDateTime? ReadWithTime(ReadOnlySpan<char> rest, DateOnly date, TextSpan span)
    {
        TimeSpan? offset = null;
        if (rest.Length > 0 && rest[^1] is 'Z' or 'z')
        {
            offset = TimeSpan.Zero;
            rest = rest[..^1];
        }
        else if (rest.Length > OffsetLength && rest[^OffsetLength] is '+' or '-')
        {
            offset = ReadOffset(rest[^OffsetLength..]);
            if (offset is null)
            {
                return null;
            }

            rest = rest[..^OffsetLength];
        }

        return ReadTime(rest) is { } time ? new TomlDateTime(span, date, time, offset) : null;
    }

    private static DateOnly? ReadDate(ReadOnlySpan<char> word)
    {
        if (word.Length != DateLength || Digits(word[..4]) is not (>= 1 and var year) || Digits(word[5..7]) is not (>= 1 and <= 12 and var month)
            || Digits(word[8..]) is not (>= 1 and var day) || word[7] != '-' || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateOnly(year, month, day);
    }

    private static TimeOnly? ReadTime(ReadOnlySpan<char> word)
    {
        if (word.Length < TimeLength || word[2] != ':' || word[5] != ':' || Digits(word[..2]) is not (>= 0 and <= 23 and var hour)
            || Digits(word[3..5]) is not (>= 0 and <= 59 and var minute) || Digits(word[6..8]) is not (>= 0 and <= 59 and var second))
        {
            return null;
        }

        return ReadFraction(word[TimeLength..]) is { } ticks ? new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks)) : null;
    }

    /// <summary>Ticks of 100 ns; 0 for nothing, null for what is no fraction.</summary>
    private static long? ReadFraction(ReadOnlySpan<char> word)
    {
        const int TickDigits = 7;
        if (word.IsEmpty)
        {
            return 0;
        }

        if (word[0] != '.' || word.Length < 2 || word[1..].ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var ticks = 0L;
        for (var i = 1; i <= TickDigits; i++)
        {
            ticks = (ticks * 10) + (i < word.Length ? word[i] - '0' : 0);
        }

        return ticks;
    }

    private static TimeSpan? ReadOffset(ReadOnlySpan<char> word)
    {
        if (word[3] != ':' || Digits(word[1..3]) is not (>= 0 and <= 23 and var hours) || Digits(word[4..]) is not (>= 0 and <= 59 and var minutes))
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, seconds: 0);
        return word[0] == '-' ? -offset : offset;
    }

    private static bool BeginsLikeDate(ReadOnlySpan<char> word) => word.Length > 4 && word[4] == '-' && Digits(word[..4]) >= 0;

    /// <summary>The number that the digits give, or -1.</summary>
    private static int Digits(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
