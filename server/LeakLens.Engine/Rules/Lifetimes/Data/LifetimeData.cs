using System.Collections.Frozen;
using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules.Lifetimes.Data;

/// <summary>What libraries do that matters for lifetimes: the data of <c>rules/facts/lifetimes.json</c>, whose schema says what each part means.</summary>
internal sealed class LifetimeData
{
    private const string File = "facts/lifetimes.json";

    private static readonly Lazy<LifetimeData> LazyInstance = new(static () => new LifetimeData(FactsFile.Read(File)));

    private readonly FrozenDictionary<string, FrozenSet<string>> _sets;
    private readonly FrozenDictionary<string, FrozenSet<string>> _heldTypes;

    private LifetimeData(JObject json)
    {
        _sets = FactsFile.Sets(json);
        _heldTypes = FactsFile.Sets((JObject)Part(json, "heldTypes"));
        Resources = ReadResources(json);
        LoggerMethods = Part(json, "loggerMethods").ToFrozenDictionary(static method => Text(method["add"]), static method => new LoggerMethod(Text(method["remove"]), [.. Texts(method["asked"])], Text(method["what"]), Text(method["cost"]), Text(method["advice"]), (bool?)method["ofOthers"] ?? false), StringComparer.Ordinal);
        RecordBuffers = [.. Part(json, "recordBuffers").Select(static buffer => new RecordBuffer(Text(buffer["made"]), Text(buffer["target"]), (int?)buffer["at"] ?? -1, Text(buffer["setTarget"]), Text(buffer["contents"]), Text(buffer["add"]), Text(buffer["remove"])))];
        Registrations = Part(json, "registrations").ToFrozenDictionary(static pair => Text(pair["add"]), static pair => Text(pair["remove"]), StringComparer.Ordinal);
    }

    public static LifetimeData Instance => LazyInstance.Value;

    /// <summary>By the qualified name of the call that gives it back.</summary>
    public FrozenDictionary<string, Resource> Resources { get; }

    /// <summary>By the method that registers: the one that undoes it.</summary>
    public FrozenDictionary<string, string> Registrations { get; }

    /// <summary>By the method that adds something to a logger.</summary>
    public FrozenDictionary<string, LoggerMethod> LoggerMethods { get; }

    /// <summary>Handlers that keep records until they have somebody to hand them to.</summary>
    public ImmutableArray<RecordBuffer> RecordBuffers { get; }

    /// <summary>A list of names: <c>closingMethods</c>, <c>caches.sized</c>.</summary>
    public FrozenSet<string> Set(string name) => _sets[name];

    /// <summary>The rule whose matter objects of this type are, when a collection keeps them.</summary>
    public bool IsHeldTypeOf(string rule, string type) => _heldTypes.TryGetValue(rule, out var types) && types.Contains(type);

    private static FrozenDictionary<string, Resource> ReadResources(JObject json)
    {
        var resources = new Dictionary<string, Resource>(StringComparer.Ordinal);
        foreach (var entry in Part(json, "resources"))
        {
            var resource = new Resource(
                Text(entry["rule"]),
                Text(entry["what"]),
                Text(entry["dropped"]) is "stays",
                [.. Texts(entry["release"])],
                [.. (entry["items"] ?? new JArray()).Select(static item => (int)item)]);
            foreach (var call in Texts(entry["calls"]))
            {
                resources.Add(call, resource);
            }
        }

        return resources.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static JToken Part(JObject json, string name) => json[name] ?? throw new FormatException($"{File} lacks {name}.");

    private static IEnumerable<string> Texts(JToken? list) => (list ?? new JArray()).Select(Text);

    private static string Text(JToken? value) => (string?)value ?? throw new FormatException($"{File} lacks a text at {value?.Path}.");
}
