using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Rules;

/// <summary>Reads a profile. What may stand in the file is checked by its schema.</summary>
internal static class ProfileJsonReader
{
    /// <param name="source">What to call the file in an error.</param>
    /// <exception cref="FormatException">The text is not a profile; the message says why.</exception>
    public static Profile Read(TextReader text, string source)
    {
        try
        {
            using var json = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = 8, CloseInput = false };
            return Read(JObject.Load(json));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidCastException)
        {
            throw new FormatException($"{source}: {exception.Message}", exception);
        }
    }

    private static Profile Read(JObject json)
    {
        var thresholds = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, double>>(StringComparer.Ordinal);
        var floors = ImmutableDictionary.CreateBuilder<string, FindingLevel>(StringComparer.Ordinal);
        var off = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var rule in Object(json, "rules").Properties())
        {
            var changes = (JObject)rule.Value;
            if (changes["thresholds"] is JObject numbers)
            {
                thresholds[rule.Name] = numbers.Properties().ToImmutableDictionary(number => number.Name, number => number.Value.Value<double>(), StringComparer.Ordinal);
            }

            if (changes.Value<string>("floor") is { } floor)
            {
                floors[rule.Name] = Enum.Parse<FindingLevel>(floor, ignoreCase: true);
            }

            if (changes.Value<bool>("off"))
            {
                off.Add(rule.Name);
            }
        }

        return new Profile(Text(json, "name"), Text(json, "summary"), thresholds.ToImmutable(), floors.ToImmutable(), off.ToImmutable(), ReadComposition(Object(json, "composition")), json.Value<bool>("trustsPaths"));
    }

    private static Composition ReadComposition(JObject json) =>
        new(json.Value<double>("errorScore"), json.Value<double>("errorBytes"), json.Value<double>("errorBytesScore"), json.Value<double>("warningScore"));

    private static string Text(JObject json, string name) => json.Value<string>(name) ?? throw new FormatException($"it lacks '{name}'");

    private static JObject Object(JObject json, string name) => json[name] as JObject ?? throw new FormatException($"it lacks '{name}'");
}
