using System.Buffers;
using System.Globalization;

namespace LeakLens.Deployment.Amounts;

/// <summary>Reads amounts of memory as Kubernetes, Docker, systemd and the stores do.</summary>
public static class AmountReader
{
    /// <summary>Less than this is no memory for anything: who writes it without a unit meant another unit.</summary>
    private const double FewestBytes = 1 << 20;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private const double Kilo = 1000;
    private const double Kibi = 1024;

    public static Amount Read(string text, AmountDialect dialect)
    {
        var written = text.Trim();
        var digits = written.AsSpan().IndexOfAnyExcept(Digits);
        var number = digits < 0 ? written.AsSpan() : written.AsSpan(0, digits);
        var unit = digits < 0 ? "" : written[digits..].Trim();
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return new Amount(0, AmountProblem.NoAmount, Correction: null);
        }

        return dialect switch
        {
            AmountDialect.Kubernetes => Kubernetes(value, number.ToString(), unit),
            AmountDialect.Systemd => Systemd(value, number.ToString(), unit),
            AmountDialect.Redis => Redis(value, number.ToString(), unit),
            _ => Docker(value, number.ToString(), unit),
        };
    }

    private static Amount Kubernetes(double value, string number, string unit)
    {
        if (unit is "m")
        {
            return new Amount(value / Kilo, AmountProblem.Thousandths, $"{number}Mi");
        }

        if (unit is ['e' or 'E', _, ..] && int.TryParse(unit.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && power is > -30 and < 30)
        {
            return Plain(value * Math.Pow(10, power), $"{number}Mi");
        }

        var factor = unit switch
        {
            "" => 1,
            "n" => 1e-9,
            "u" => 1e-6,
            "k" => Kilo,
            "M" => 1e6,
            "G" => 1e9,
            "T" => 1e12,
            "P" => 1e15,
            "E" => 1e18,
            [var prefix, 'i'] when Power(prefix) is var exponent && exponent > 0 && prefix is not ('k' or 'm' or 'g' or 't' or 'p' or 'e') => Math.Pow(Kibi, exponent),
            _ => 0,
        };
        return factor == 0 ? Unknown(number, unit, static prefix => prefix + "i") : unit.Length > 0 ? new Amount(value * factor, AmountProblem.None, Correction: null) : Plain(value, $"{number}Mi");
    }

    /// <summary>go-units' RAMInBytes: a letter, perhaps an <c>i</c>, perhaps a <c>b</c>, all in either case.</summary>
    private static Amount Docker(double value, string number, string unit)
    {
        if (unit.Length == 0)
        {
            return Plain(value, $"{number}m");
        }

        var lower = unit.ToLowerInvariant();
        var letters = lower is "b" ? "" : lower.EndsWith('b') ? lower[..^1] : lower;
        letters = letters.Length == 2 && letters[1] == 'i' ? letters[..1] : letters;
        return letters switch
        {
            "" => Plain(value, $"{number}m"),
            [var prefix] when Power(prefix) > 0 => new Amount(value * Math.Pow(Kibi, Power(prefix)), AmountProblem.None, Correction: null),
            _ => Unknown(number, unit, static prefix => prefix.ToLowerInvariant()),
        };
    }

    private static Amount Systemd(double value, string number, string unit) => unit switch
    {
        "" or "B" => Plain(value, $"{number}M"),
        "%" => new Amount(double.PositiveInfinity, AmountProblem.None, Correction: null),
        "K" or "M" or "G" or "T" or "P" or "E" => new Amount(value * Math.Pow(Kibi, Power(unit[0])), AmountProblem.None, Correction: null),
        _ => Unknown(number, unit, static prefix => prefix),
    };

    private static Amount Redis(double value, string number, string unit) => unit.ToLowerInvariant() switch
    {
        "" or "b" => value == 0 ? new Amount(0, AmountProblem.None, Correction: null) : Plain(value, $"{number}mb"),
        "kb" or "mb" or "gb" => new Amount(value * Math.Pow(Kibi, Power(unit[0])), AmountProblem.None, Correction: null),
        "k" or "m" or "g" => new Amount(value * Math.Pow(Kilo, Power(unit[0])), AmountProblem.DecimalUnit, $"{number}{unit.ToLowerInvariant()}b"),
        _ => Unknown(number, unit, static prefix => prefix.ToLowerInvariant() + "b"),
    };

    private static Amount Plain(double bytes, string correction) => bytes >= FewestBytes || bytes == 0
        ? new Amount(bytes, AmountProblem.None, Correction: null)
        : new Amount(bytes, AmountProblem.NoUnit, correction);

    /// <summary>The first letter of the unit is what was meant, most likely.</summary>
    private static Amount Unknown(string number, string unit, Func<string, string> write) =>
        new(0, AmountProblem.UnknownUnit, unit.Length > 0 && Power(unit[0]) > 0 && IsBytes(unit[1..]) ? number + write(unit[..1].ToUpperInvariant()) : null);

    private static bool IsBytes(string rest) => rest.ToLowerInvariant() is "" or "b" or "i" or "ib" or "byte" or "bytes" or "bi";

    private static int Power(char prefix) => "kmgtpe".IndexOf(char.ToLowerInvariant(prefix), StringComparison.Ordinal) + 1;
}
