using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Taint;

/// <summary>Sources, handlers, sinks and what bounds: the data of <c>rules/facts/taint.json</c>, whose schema says what each part means.</summary>
internal sealed class TaintData
{
    private const string File = "facts/taint.json";

    private static readonly Lazy<TaintData> LazyInstance = new(static () => new TaintData(FactsFile.Read(File)));

    private readonly FrozenDictionary<string, FrozenSet<string>> _sets;

    private TaintData(JObject json)
    {
        _sets = ((JObject)Part(json, "sets")).Properties().ToFrozenDictionary(static set => set.Name, static set => Texts(set.Value), StringComparer.Ordinal);
        Types = Part(json, "types").SelectMany(static entry => Texts(entry["names"]).Select(name => (Name: name, Type: TypeOf(entry)))).ToFrozenDictionary(static pair => pair.Name, static pair => pair.Type, StringComparer.Ordinal);
        Values = Part(json, "values").SelectMany(static entry => Texts(entry["names"]).Select(name => (Name: name, Type: (string?)entry["type"]))).ToFrozenDictionary(static pair => pair.Name, static pair => pair.Type ?? string.Empty, StringComparer.Ordinal);
        Bases = Handlers(json, "bases");
        Decorators = Handlers(json, "decorators");
        Routers = Handlers(json, "routers");
        Takers = Handlers(json, "takers");
        TakingMethods = Handlers(json, "takingMethods");
        Callbacks = Handlers(json, "callbacks");
        Seen = [.. Part(json, "handlers").Where(static entry => entry["seen"] is not null).SelectMany(static entry => Texts(entry["imports"]).Select(root => (root, HandlerOf(entry))))];
        Iterables = [.. Types.Where(static type => type.Value.Members.ContainsKey("for")).Select(static type => type.Key.Split('.')[0]).Distinct(StringComparer.Ordinal)];
        Calls = Sinks(json, "calls");
        Methods = Sinks(json, "methods");
    }

    public static TaintData Instance => LazyInstance.Value;

    /// <summary>By their qualified name.</summary>
    public FrozenDictionary<string, TaintType> Types { get; }

    /// <summary>What names and calls of names give: the name of a type.</summary>
    public FrozenDictionary<string, string> Values { get; }

    /// <summary>By the base of a class.</summary>
    public FrozenDictionary<string, ImmutableArray<TaintHandler>> Bases { get; }

    /// <summary>By the decorator of a function.</summary>
    public FrozenDictionary<string, ImmutableArray<TaintHandler>> Decorators { get; }

    /// <summary>By what made the object whose method decorates a function: <c>@app.get("/")</c>.</summary>
    public FrozenDictionary<string, ImmutableArray<TaintHandler>> Routers { get; }

    /// <summary>By the call that is handed the function.</summary>
    public FrozenDictionary<string, ImmutableArray<TaintHandler>> Takers { get; }

    /// <summary>By the method that is handed the function, in files with the import.</summary>
    public FrozenDictionary<string, ImmutableArray<TaintHandler>> TakingMethods { get; }

    /// <summary>By the attribute that the function is put into, in files with the import.</summary>
    public FrozenDictionary<string, ImmutableArray<TaintHandler>> Callbacks { get; }

    /// <summary>By the import that a file needs: handlers known by what they take from their parameter.</summary>
    public ImmutableArray<(string Import, TaintHandler Handler)> Seen { get; }

    /// <summary>The roots of what brings in one thing after the other.</summary>
    public ImmutableArray<string> Iterables { get; }

    public FrozenDictionary<string, ImmutableArray<TaintSink>> Calls { get; }

    public FrozenDictionary<string, ImmutableArray<TaintSink>> Methods { get; }

    public FrozenSet<string> Set(string name) => _sets[name];

    private static FrozenDictionary<string, ImmutableArray<TaintHandler>> Handlers(JObject json, string form) => ByName(Part(json, "handlers"), form, HandlerOf);

    private static FrozenDictionary<string, ImmutableArray<TaintSink>> Sinks(JObject json, string form) => ByName(Part(json, "sinks"), form, SinkOf);

    private static FrozenDictionary<string, ImmutableArray<T>> ByName<T>(JToken entries, string form, Func<JToken, T> read) =>
        entries.SelectMany(entry => Texts(entry[form]).Select(name => (Name: name, Value: read(entry)))).GroupBy(static pair => pair.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.Select(static pair => pair.Value).ToImmutableArray(), StringComparer.Ordinal);

    private static TaintType TypeOf(JToken entry) => new(
        Text(entry["what"]),
        Enum.Parse<TaintTrust>(Text(entry["trust"]), ignoreCase: true),
        ((JObject?)entry["members"] ?? []).Properties().ToFrozenDictionary(static member => member.Name, static member => MemberOf(Text(member.Value)), StringComparer.Ordinal),
        Texts(entry["bounds"]),
        (string?)entry["declaredBy"] ?? string.Empty);

    /// <summary>Words: facets, <c>!warning</c> or <c>!note</c> for what takes all there is, <c>-> type</c> last.</summary>
    private static TaintMember MemberOf(string text)
    {
        var parts = text.Split("->", StringSplitOptions.TrimEntries);
        FindingLevel? whole = parts[0].Contains("!warning", StringComparison.Ordinal) ? FindingLevel.Warning : parts[0].Contains("!note", StringComparison.Ordinal) ? FindingLevel.Note : null;
        return new TaintMember(FacetsOf(parts[0]), parts.Length > 1 ? parts[1] : null, whole);
    }

    private static TaintHandler HandlerOf(JToken entry) =>
        new((int?)entry["parameter"] ?? -1, Texts(entry["attributes"]), Texts(entry["methods"]), Texts(entry["seen"]), (string?)entry["type"] ?? string.Empty, (int?)entry["position"] ?? -1, (string?)entry["keyword"] ?? string.Empty, Texts(entry["imports"]));

    private static TaintSink SinkOf(JToken entry) => new(
        Text(entry["rule"]),
        Text(entry["what"]),
        FacetsOf(Text(entry["facet"])),
        (int?)entry["position"] ?? 0,
        (string?)entry["keyword"] ?? string.Empty,
        [.. Texts(entry["bounds"])],
        (int?)entry["boundPosition"] ?? -1,
        (double?)entry["times"] ?? 0,
        Enum.Parse<FindingLevel>((string?)entry["highest"] ?? "error", ignoreCase: true),
        Enum.Parse<TaintSinkKind>((string?)entry["kind"] ?? "amount", ignoreCase: true),
        [.. Texts(entry["receivers"])]);

    private static TaintFacets FacetsOf(string text)
    {
        var facets = TaintFacets.None;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            facets |= word[0] == '!' ? TaintFacets.None : Enum.Parse<TaintFacets>(word, ignoreCase: true);
        }

        return facets;
    }

    private static FrozenSet<string> Texts(JToken? list) => (list ?? new JArray()).Values<string>().OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    private static JToken Part(JObject json, string name) => json[name] ?? throw new FormatException($"{File} lacks {name}.");

    private static string Text(JToken? value) => (string?)value ?? throw new FormatException($"{File} lacks a text at {value?.Path}.");
}
