using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules.Libraries.Data;

/// <summary>What libraries keep, and how they let go of it: the data of <c>rules/facts/libraries.json</c>, whose schema says what each part means.</summary>
internal sealed class LibraryData
{
    private const string File = "facts/libraries.json";

    private static readonly Lazy<LibraryData> LazyInstance = new(static () => new LibraryData(FactsFile.Read(File)));

    private readonly FrozenDictionary<string, FrozenSet<string>> _sets;

    private LibraryData(JObject json)
    {
        _sets = FactsFile.Sets(json);
        Figures = Part(json, "figures", "makers").SelectMany(static maker => Texts(maker["calls"]).Select(call => (call, maker))).ToFrozenDictionary(
            static pair => pair.call,
            static pair => new FigureMaker(Text(pair.maker["what"]), (int?)pair.maker["item"], (string?)pair.maker["identity"], (int?)pair.maker["position"] ?? -1, (bool?)pair.maker["hasFigure"] ?? false),
            StringComparer.Ordinal);
    }

    public static LibraryData Instance => LazyInstance.Value;

    /// <summary>By the qualified name of the call.</summary>
    public FrozenDictionary<string, FigureMaker> Figures { get; }

    /// <summary>A list of names: <c>figures.closers</c>.</summary>
    public FrozenSet<string> Set(string name) => _sets[name];

    private static JToken Part(JObject json, string family, string name) => json[family]?[name] ?? throw new FormatException($"{File} lacks {family}.{name}.");

    private static IEnumerable<string> Texts(JToken? list) => (list ?? new JArray()).Values<string>().OfType<string>();

    private static string Text(JToken? value) => (string?)value ?? throw new FormatException($"{File} lacks a text at {value?.Path}.");
}
