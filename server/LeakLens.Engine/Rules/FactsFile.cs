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
}
