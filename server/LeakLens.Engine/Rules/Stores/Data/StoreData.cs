using System.Collections.Frozen;
using LeakLens.Engine.Findings;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules.Stores.Data;

/// <summary>Stores and their clients: the data of <c>rules/facts/stores.json</c>, whose schema says what each part means.</summary>
internal sealed class StoreData
{
    private const string File = "facts/stores.json";

    private static readonly Lazy<StoreData> LazyInstance = new(static () => new StoreData(FactsFile.Read(File)));

    private StoreData(JObject json)
    {
        Clients = ((JObject)Part(json, "clients")).Properties().SelectMany(static store => Names(store.Value).Select(name => (name, store.Name))).ToFrozenDictionary(static pair => pair.name, static pair => pair.Name, StringComparer.Ordinal);
        Modules = Names(Part(json, "modules"));
        Derived = Names(Part(json, "derived"));
        EntryDecorators = Names(Part(json, "entryDecorators"));
        EntryMethods = Names(Part(json, "entryMethods"));
        Ends = Names(Part(json, "ends"));
        Trims = Names(Part(json, "trims"));
        Writes = ByMethod(json, "writes", WriteOf, static write => write.Store);
        Fetches = ByMethod(json, "fetches", FetchOf, static fetch => fetch.Store);
        Connections = Part(json, "connections").ToFrozenDictionary(static entry => Text(entry["clients"]), static entry => new StoreConnection(Names(entry["roots"]), Names(entry["timeouts"]), Names(entry["given"]), Text(entry["advice"])), StringComparer.Ordinal);
    }

    public static StoreData Instance => LazyInstance.Value;

    /// <summary>The store that a call, or an object, of this name is a client of.</summary>
    public FrozenDictionary<string, string> Clients { get; }

    /// <summary>A text that imports none of these is not asked.</summary>
    public FrozenSet<string> Modules { get; }

    /// <summary>Methods of a client that give a client of the same store.</summary>
    public FrozenSet<string> Derived { get; }

    /// <summary>Decorators by which somebody calls the function again and again, by their qualified names.</summary>
    public FrozenSet<string> EntryDecorators { get; }

    /// <summary>The same, by the method of an application or router that decorates.</summary>
    public FrozenSet<string> EntryMethods { get; }

    /// <summary>Methods that let a key end.</summary>
    public FrozenSet<string> Ends { get; }

    /// <summary>Methods that take something out of a value.</summary>
    public FrozenSet<string> Trims { get; }

    /// <summary>By the name of the method; several stores may have it.</summary>
    public FrozenDictionary<string, List<StoreWrite>> Writes { get; }

    /// <summary>As above.</summary>
    public FrozenDictionary<string, List<StoreFetch>> Fetches { get; }

    /// <summary>By store.</summary>
    public FrozenDictionary<string, StoreConnection> Connections { get; }

    private static FrozenDictionary<string, List<T>> ByMethod<T>(JObject json, string part, Func<JToken, T> read, Func<T, string> store) => Part(json, part)
        .SelectMany(entry => Names(entry["methods"]).Select(method => (method, value: read(entry)))).GroupBy(static pair => pair.method, static pair => pair.value, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, group => group.OrderBy(store, StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

    private static StoreWrite WriteOf(JToken entry) => new(
        Text(entry["store"]), Place(entry, "key"), Place(entry, "value"), Place(entry, "member"), Place(entry, "offset"), Names(entry["expiry"]), Place(entry, "expiryFrom"), Is(entry, "hasDefault"), Is(entry, "grows"), Is(entry, "queue"),
        Names(entry["caps"]), (string?)entry["what"] ?? "value", (int?)entry["bytes"] ?? 0);

    private static StoreFetch FetchOf(JToken entry) => new(
        Text(entry["store"]), Place(entry, "from"), Place(entry, "to"), Names(entry["limit"]), Place(entry, "limitFrom"), Is(entry, "wrapped"), Text(entry["level"]) is "warning" ? FindingLevel.Warning : FindingLevel.Note, Text(entry["message"]), Text(entry["advice"]));

    private static int Place(JToken entry, string name) => (int?)entry[name] ?? -1;

    private static bool Is(JToken entry, string name) => (bool?)entry[name] ?? false;

    private static FrozenSet<string> Names(JToken? list) => (list ?? new JArray()).Values<string>().OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    private static JToken Part(JObject json, string name) => json[name] ?? throw new FormatException($"{File} lacks {name}.");

    private static string Text(JToken? value) => (string?)value ?? throw new FormatException($"{File} lacks a text at {value?.Path}.");
}
