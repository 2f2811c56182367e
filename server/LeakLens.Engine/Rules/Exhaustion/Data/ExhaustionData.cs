using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Known.Patterns.Backtracking;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>What libraries do that matters for exhaustion: the data of <c>rules/facts/exhaustion.json</c>, whose schema says what each part means.</summary>
internal sealed class ExhaustionData
{
    private const string File = "facts/exhaustion.json";

    private static readonly Lazy<ExhaustionData> LazyInstance = new(static () => new ExhaustionData(FactsFile.Read(File)));

    private static readonly string[] Forms = ["calls", "attributes", "methods", "settings", "options"];

    private readonly FrozenDictionary<string, FrozenSet<string>> _sets;
    private readonly FrozenDictionary<string, FrozenDictionary<string, ImmutableArray<SwitchedLimit>>> _limits;

    private ExhaustionData(JObject json)
    {
        _sets = ((JObject)Part(json, "sets")).Properties().ToFrozenDictionary(static set => set.Name, static set => Names(set.Value), StringComparer.Ordinal);
        Waits = ByName(json, "waits", "calls", WaitOf);
        WaitingMethods = ByName(json, "waits", "methods", WaitOf);
        Retries = ByName(json, "retries", "calls", RetryOf);
        Applications = ByName(json, "applications", "calls", static entry => new ApplicationLimit(Names(entry["requests"]), Names(entry["readers"]), Names(entry["limits"]), Text(entry["message"]), Text(entry["advice"])));
        Patterns = ByName(json, "patterns", "calls", PatternOf);
        _limits = Forms.ToFrozenDictionary(static form => form, form => ByName(json, "limits", form, LimitOf), StringComparer.Ordinal);
    }

    public static ExhaustionData Instance => LazyInstance.Value;

    /// <summary>By the qualified name of the call.</summary>
    public FrozenDictionary<string, ImmutableArray<WaitingCall>> Waits { get; }

    /// <summary>By what made the object, a dot, and the method: <c>requests.Session.get</c>.</summary>
    public FrozenDictionary<string, ImmutableArray<WaitingCall>> WaitingMethods { get; }

    /// <summary>By the qualified name of the call.</summary>
    public FrozenDictionary<string, ImmutableArray<RetryCall>> Retries { get; }

    /// <summary>By the qualified name of the call.</summary>
    public FrozenDictionary<string, ImmutableArray<PatternCall>> Patterns { get; }

    /// <summary>By the qualified name of the call that makes one.</summary>
    public FrozenDictionary<string, ImmutableArray<ApplicationLimit>> Applications { get; }

    /// <param name="form">Where the limit stands: <c>calls</c>, <c>attributes</c>, <c>methods</c>, <c>settings</c> or <c>options</c>.</param>
    public FrozenDictionary<string, ImmutableArray<SwitchedLimit>> Limits(string form) => _limits[form];

    /// <summary>A list of names.</summary>
    public FrozenSet<string> Set(string name) => _sets[name];

    private static FrozenDictionary<string, ImmutableArray<T>> ByName<T>(JObject json, string part, string form, Func<JToken, T> read)
    {
        var found = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var entry in Part(json, part))
        {
            foreach (var name in Names(entry[form]))
            {
                if (!found.TryGetValue(name, out var all))
                {
                    found[name] = all = [];
                }

                all.Add(read(entry));
            }
        }

        return found.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static WaitingCall WaitOf(JToken entry) =>
        new(Text(entry["what"]), Text(entry["timeout"]), (int?)entry["position"] ?? -1, (int?)entry["least"] ?? 0, (bool?)entry["hasDefault"] ?? false, (bool?)entry["usesSocketDefault"] ?? false);

    private static SwitchedLimit LimitOf(JToken entry) =>
        new(Text(entry["rule"]), (string?)entry["keyword"] ?? string.Empty, (int?)entry["position"] ?? -1, Names(entry["first"]), Names(entry["values"]), LevelOf(entry), Text(entry["message"]), Text(entry["advice"]), (string?)entry["usual"] ?? string.Empty);

    private static RetryCall RetryOf(JToken entry) => new(Names(entry["caps"]), Names(entry["pauses"]), (bool?)entry["hasDefault"] ?? false, LevelOf(entry), Text(entry["message"]), Text(entry["advice"]), (string?)entry["fix"] ?? string.Empty, (string?)entry["fixValue"] ?? string.Empty);

    private static PatternCall PatternOf(JToken entry) =>
        new(Text(entry["keyword"]), (int)(entry["position"] ?? 0), (int?)entry["flags"] ?? -1, (int?)entry["subject"] ?? -1, (string?)entry["use"] is { } use ? Enum.Parse<PatternUse>(use, ignoreCase: true) : null, (bool?)entry["isUntrusted"] ?? false);

    private static FindingLevel LevelOf(JToken entry) => Text(entry["level"]) switch
    {
        "error" => FindingLevel.Error,
        "warning" => FindingLevel.Warning,
        _ => FindingLevel.Note,
    };

    private static FrozenSet<string> Names(JToken? list) => (list ?? new JArray()).Values<string>().OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    private static JToken Part(JObject json, string name) => json[name] ?? throw new FormatException($"{File} lacks {name}.");

    private static string Text(JToken? value) => (string?)value ?? throw new FormatException($"{File} lacks a text at {value?.Path}.");
}
