using System.Globalization;

namespace LeakLens.Engine.Rules;

/// <summary>Numbers as people read them in a message.</summary>
public static class ByteText
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>No machine has more; a larger number says nothing else.</summary>
    private const long Largest = 1L << 50;

    /// <summary>For example <c>125 MiB</c>, <c>1.5 KiB</c>, <c>40 bytes</c>: two significant digits below ten, none behind the point above.</summary>
    public static string Bytes(long bytes)
    {
        if (bytes >= Largest)
        {
            return "more than 1 PiB";
        }

        var unit = 0;
        var amount = (double)bytes;
        while (amount >= 1023.5 && unit < Units.Length - 1)
        {
            amount /= 1024;
            unit++;
        }

        var text = unit == 0 || amount >= 9.95
            ? Math.Round(amount).ToString("N0", CultureInfo.InvariantCulture)
            : amount.ToString("0.#", CultureInfo.InvariantCulture);
        return text + " " + (bytes == 1 ? "byte" : Units[unit]);
    }

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
