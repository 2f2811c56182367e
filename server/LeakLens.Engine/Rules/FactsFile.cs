using System.Collections.Frozen;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules;

/// <summary>Reads what rules/facts says about libraries: data that the assembly carries.</summary>
internal static class FactsFile
{
    /// <param name="name">With its folder: <c>facts/cleanup.json</c>.</param>
    public static JObject Read(string name)
    {
        // What the assembly itself carries lies in memory: reading it is no IO.
#pragma warning disable RS0030
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var text = new StreamReader(stream);
#pragma warning restore RS0030
        using var json = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(json);
    }

    /// <summary>A list of names in a file's object.</summary>
    /// <exception cref="FormatException">The list is missing.</exception>
    public static FrozenSet<string> Names(string file, JToken? json, string name) =>
        (json?[name] as JArray ?? throw new FormatException($"{file} lacks {name}.")).Values<string>().OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every list of texts in an object and in the objects inside it, by its path: <c>figures.closers</c>.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Sets(JObject json) => Sets(json, string.Empty).ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, FrozenSet<string>>> Sets(JObject json, string prefix)
    {
        foreach (var property in json.Properties())
        {
            if (property.Value is JObject inner)
            {
                foreach (var set in Sets(inner, prefix + property.Name + "."))
                {
                    yield return set;
                }
            }
            else if (property.Value is JArray { First: null or { Type: JTokenType.String } } texts)
            {
                yield return new(prefix + property.Name, texts.Values<string>().OfType<string>().ToFrozenSet(StringComparer.Ordinal));
            }
        }
    }
}
