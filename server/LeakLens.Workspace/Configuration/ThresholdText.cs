using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace LeakLens.Workspace.Configuration;

/// <summary>Numbers with a unit: <c>"2 MiB"</c>, <c>"500 trips"</c>, <c>"80 %"</c>.</summary>
internal static class ThresholdText
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789._");

    private static readonly FrozenDictionary<string, double> Bytes = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1, ["byte"] = 1, ["bytes"] = 1,
        ["KB"] = 1e3, ["MB"] = 1e6, ["GB"] = 1e9, ["TB"] = 1e12,
        ["KiB"] = 1L << 10, ["MiB"] = 1L << 20, ["GiB"] = 1L << 30, ["TiB"] = 1L << 40,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last word of a threshold's name.</summary>
    public static string UnitOf(string threshold) => threshold[(threshold.LastIndexOf('-') + 1)..];

    /// <summary>How a value of this threshold may be written.</summary>
    public static string ExampleOf(string threshold) => UnitOf(threshold) switch
    {
        "bytes" => "1048576 or \"1 MiB\"",
        "percent" => "80 or \"80 %\"",
        var unit => $"500 or \"500 {unit}\"",
    };

    /// <summary>Writes it as a person would: in the largest unit that leaves a whole number.</summary>
    public static string Format(string threshold, double value)
    {
        if (UnitOf(threshold) is "bytes" && value >= 1024)
        {
            foreach (var unit in (string[])["TiB", "GiB", "MiB", "KiB"])
            {
                if (value % Bytes[unit] == 0)
                {
                    return $"\"{Number(value / Bytes[unit])} {unit}\"";
                }
            }
        }

        return Number(value);
    }

    public static bool TryParse(string threshold, string text, out double value)
    {
        var split = text.AsSpan().IndexOfAnyExcept(NumberLetters);
        var number = split < 0 ? text : text[..split];
        var unit = split < 0 ? "" : text[split..].Trim();
        var isNumber = double.TryParse(number.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        var factor = FactorOf(UnitOf(threshold), unit);
        value *= factor ?? 0;
        return isNumber && factor is not null && double.IsFinite(value);
    }

    private static double? FactorOf(string expected, string unit)
    {
        if (unit.Length == 0)
        {
            return 1;
        }

        if (expected is "bytes")
        {
            return Bytes.TryGetValue(unit, out var factor) ? factor : null;
        }

        // One trip, two trips.
        var isSame = unit.Equals(expected, StringComparison.OrdinalIgnoreCase) || (unit + "s").Equals(expected, StringComparison.OrdinalIgnoreCase);
        return isSame || (expected is "percent" && unit is "%") ? 1 : null;
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
