using System.Globalization;
using LeakLens.Workspace.Toml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>The cases of toml-test (https://github.com/toml-lang/toml-test) for TOML 1.0.0, where they are to be had.</summary>
public sealed class TomlTestSuiteTests
{
    [TomlTestSuiteFact]
    public void Valid_documents_have_the_values_that_the_suite_says()
    {
        var cases = TomlTestSuite.Cases("valid/");

        cases.Count.ShouldBeGreaterThan(100);
        foreach (var path in cases)
        {
            var document = TomlDocument.Parse(File.ReadAllBytes(path));
            var expected = JsonConvert.DeserializeObject<JObject>(File.ReadAllText(Path.ChangeExtension(path, ".json")), new JsonSerializerSettings { DateParseHandling = DateParseHandling.None });
            Check(document.Root, expected.ShouldNotBeNull(), path);
        }
    }

    [TomlTestSuiteFact]
    public void Invalid_documents_are_rejected_with_a_place_inside_them()
    {
        var cases = TomlTestSuite.Cases("invalid/");

        cases.Count.ShouldBeGreaterThan(300);
        foreach (var path in cases)
        {
            var bytes = File.ReadAllBytes(path);
            var error = Should.Throw<TomlException>(() => TomlDocument.Parse(bytes), path);
            error.Line.ShouldBeInRange(1, bytes.Count(unit => unit is (byte)'\n' or (byte)'\r') + 1, path);
            error.Column.ShouldBeInRange(1, bytes.Length + 1, path);
        }
    }

    private static void Check(TomlValue value, JToken expected, string path)
    {
        switch (value)
        {
            case TomlTable table:
                table.Entries.Select(entry => entry.Name).ShouldBe(((JObject)expected).Properties().Select(property => property.Name), ignoreOrder: true, path);
                table.Entries.ToList().ForEach(entry => Check(entry.Value, expected[entry.Name]!, $"{path}: {entry.Name}"));
                break;
            case TomlArray array:
                array.Items.Count.ShouldBe(((JArray)expected).Count, path);
                array.Items.Zip(expected).ToList().ForEach(pair => Check(pair.First, pair.Second, path));
                break;
            default:
                CheckScalar(value, expected.Value<string>("type")!, expected.Value<string>("value")!, path);
                break;
        }
    }

    private static void CheckScalar(TomlValue value, string type, string text, string path)
    {
        switch (value)
        {
            case TomlFloat number:
                type.ShouldBe("float", path);
                number.Value.ShouldBe(ParseFloat(text), path);
                break;
            case TomlDateTime date:
                type.ShouldBe(TypeOf(date), path);
                Text(date).ShouldBe(Normalize(text), path);
                break;
            default:
                (type, text).ShouldBe(Describe(value), path);
                break;
        }
    }

    private static (string Type, string Text) Describe(TomlValue value) => value switch
    {
        TomlString one => ("string", one.Value),
        TomlInteger one => ("integer", one.Value.ToString(CultureInfo.InvariantCulture)),
        TomlBoolean one => ("bool", one.Value ? "true" : "false"),
        _ => ("unknown", ""),
    };

    private static double ParseFloat(string text) => text.TrimStart('+', '-') switch
    {
        "nan" => double.NaN,
        "inf" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static string TypeOf(TomlDateTime date) => (date.Date, date.Time, date.Offset) switch
    {
        (not null, not null, not null) => "datetime",
        (not null, not null, null) => "datetime-local",
        (not null, null, null) => "date-local",
        _ => "time-local",
    };

    private static string Text(TomlDateTime date)
    {
        var both = date.Date is not null && date.Time is not null ? "T" : "";
        var offset = date.Offset is { } behind ? (behind == TimeSpan.Zero ? "Z" : (behind < TimeSpan.Zero ? "-" : "+") + behind.ToString(@"hh\:mm", CultureInfo.InvariantCulture)) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{date.Date:yyyy-MM-dd}{both}{date.Time:HH:mm:ss.FFFFFFF}{offset}");
    }

    /// <summary>The suite writes fractions with as many digits as it likes, and zero offsets either way.</summary>
    private static string Normalize(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? -1 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is var at && at < 0 ? text.Length : point + 1 + at;
        var trimmed = point < 0 ? text : text[..end].TrimEnd('0').TrimEnd('.') + text[end..];
        return trimmed.Replace("+00:00", "Z", StringComparison.Ordinal);
    }
}
