using System.Collections.Frozen;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>What a trace has to know about names of libraries: the data of <c>rules/facts/payloads.json</c>, whose schema says what each part means.</summary>
internal static class LibraryNames
{
    private const string File = "facts/payloads.json";

    private static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> Sets = new(static () =>
    {
        var json = Rules.FactsFile.Read(File);
        return json.Properties().Where(static property => property.Value is Newtonsoft.Json.Linq.JArray)
            .ToFrozenDictionary(static property => property.Name, property => Rules.FactsFile.Names(File, json, property.Name), StringComparer.Ordinal);
    });

    private static readonly string[] SinkLists = ["executes", "runsFiles", "unpickles", "loadsModels", "commands", "starts"];

    private static readonly Lazy<string[]> AllSinks = new(static () => [.. SinkLists.SelectMany(Set).Except(["builtins.compile"], StringComparer.Ordinal)]);

    /// <summary>What is asked at every name and call.</summary>
    private static readonly Lazy<(FrozenSet<string> Builtins, FrozenSet<string> Executes, FrozenSet<string> Loads, FrozenSet<string> Requests, FrozenSet<string> Outside)> Common = new(static () =>
        (Set("builtins"), Set("executes"), new[] { "runsFiles", "unpickles", "loadsModels", "starts", "commands" }.SelectMany(Set).ToFrozenSet(StringComparer.Ordinal), Set("requests"), Set("outside")));

    /// <summary>Calls that execute, load or start what they are given. <c>compile</c> alone does nothing: what it makes has to be executed.</summary>
    public static IReadOnlyList<string> Sinks => AllSinks.Value;

    /// <summary>A list of the file.</summary>
    public static FrozenSet<string> Set(string name) => Sets.Value[name];

    public static bool IsBuiltin(string name) => Common.Value.Builtins.Contains(name);

    /// <summary>What it is given is run as code.</summary>
    public static bool Executes(string name) => Common.Value.Executes.Contains(name);

    /// <summary>It runs a file, loads objects that may run code, or starts another strand of the program.</summary>
    public static bool Loads(string name) => Common.Value.Loads.Contains(name);

    /// <summary>What calls the functions that are given to it, as decorator or argument: a request, a message or a timer; null for all else.</summary>
    public static string? HandlerKind(string name) => Set("requestHandlers").Contains(name) ? "a request" : Set("messageHandlers").Contains(name) ? "a message" : Set("timerHandlers").Contains(name) ? "a timer" : null;

    /// <summary>Where what it gives, or is, comes from.</summary>
    public static Provenance ProvenanceOf(string name)
    {
        var common = Common.Value;
        for (var part = name; ;)
        {
            if (common.Requests.Contains(part))
            {
                return Provenance.Request;
            }

            if (common.Outside.Contains(part))
            {
                return Provenance.Outside;
            }

            if (part.LastIndexOf('.') is var dot && dot < 0)
            {
                return Provenance.None;
            }

            part = part[..dot];
        }
    }
}
