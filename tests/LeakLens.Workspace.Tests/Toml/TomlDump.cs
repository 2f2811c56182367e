using System.Globalization;
using System.Text;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>A document in a notation without choices, the same that tomllib_oracle.py prints.</summary>
internal static class TomlDump
{
    public static string Of(TomlValue value) => value switch
    {
        TomlString text => "s" + Hex(text.Value),
        TomlInteger integer => "i" + integer.Value.ToString(CultureInfo.InvariantCulture),
        TomlFloat number => double.IsNaN(number.Value) ? "fnan" : $"f{BitConverter.DoubleToInt64Bits(number.Value):x16}",
        TomlBoolean boolean => boolean.Value ? "b1" : "b0",
        TomlDateTime date => "d" + OfDate(date),
        TomlArray array => $"[{string.Join(',', array.Items.Select(Of))}]",
        TomlTable table => $"{{{string.Join(',', table.Entries.Select(entry => $"{Hex(entry.Name)}:{Of(entry.Value)}"))}}}",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string OfDate(TomlDateTime date) => string.Create(
        CultureInfo.InvariantCulture,
        $"{date.Date:yyyy-MM-dd}|{date.Time:HH:mm:ss.ffffff}|{date.Offset?.TotalMinutes}");

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
