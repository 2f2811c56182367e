using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>What libraries offer to watch memory: the data of <c>rules/facts/diagnostics.json</c>, whose schema says what each part means.</summary>
internal sealed class DiagnosticData
{
    private const string File = "facts/diagnostics.json";

    private static readonly Lazy<DiagnosticData> LazyInstance = new(static () => new DiagnosticData(FactsFile.Read(File)));

    private DiagnosticData(JObject json)
    {
        Tracing = new SwitchNames(Names(json["tracing"], "on"), Names(json["tracing"], "off"), Names(json["tracing"], "asked"));
        Collector = new SwitchNames(Names(json["collector"], "on"), Names(json["collector"], "off"), Names(json["collector"], "asked"));
        Readings = Names(json, "readings");
        PrintingReadings = Names(json, "printingReadings");
        LineProfilers = Names(json, "lineProfilers");
        Shown = Names(json, "shown");
        ShownMethods = Names(json, "shownMethods");
        Pure = Names(json, "pure");
        DebugFlags = Names(json, "debugFlags");
        MemoryLimits = Names(json, "memoryLimits");
        DeadLimits = Names(json, "deadLimits");
        LimitFiles = Names(json, "limitFiles");
        ReadingFiles = Names(json, "readingFiles");
        var types = json["readingTypes"] as JObject ?? throw new FormatException($"{File} lacks readingTypes.");
        ReadingTypes = types.Properties().ToFrozenDictionary(static type => type.Name, type => Names(types, type.Name), StringComparer.Ordinal);
    }

    public static DiagnosticData Instance => LazyInstance.Value;

    public SwitchNames Tracing { get; }

    public SwitchNames Collector { get; }

    public FrozenSet<string> Readings { get; }

    /// <summary>By type: the methods that read.</summary>
    public FrozenDictionary<string, FrozenSet<string>> ReadingTypes { get; }

    public FrozenSet<string> PrintingReadings { get; }

    public FrozenSet<string> LineProfilers { get; }

    public FrozenSet<string> Shown { get; }

    public FrozenSet<string> ShownMethods { get; }

    public FrozenSet<string> Pure { get; }

    public FrozenSet<string> DebugFlags { get; }

    public FrozenSet<string> MemoryLimits { get; }

    /// <summary>Those of <see cref="MemoryLimits"/> that Linux does not heed.</summary>
    public FrozenSet<string> DeadLimits { get; }

    /// <summary>The last part of the paths of files that set a limit.</summary>
    public FrozenSet<string> LimitFiles { get; }

    /// <summary>The last part of the paths of files that tell how much memory is in use.</summary>
    public FrozenSet<string> ReadingFiles { get; }

    private static FrozenSet<string> Names(JToken? json, string name) => FactsFile.Names(File, json, name);
}
