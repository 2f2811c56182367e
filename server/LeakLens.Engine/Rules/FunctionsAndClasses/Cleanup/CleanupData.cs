using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>Which calls begin something and which end it: rules/facts/cleanup.json.</summary>
internal sealed class CleanupData
{
    private const string File = "facts/cleanup.json";

    private static readonly Lazy<CleanupData> LazyBuiltIn = new(static () => new CleanupData(FactsFile.Read(File)));

    private CleanupData(JObject json)
    {
        var pairs = json["pairs"] as JObject ?? throw new FormatException($"{File} lacks pairs.");
        Pairs = pairs.Properties().ToFrozenDictionary(static pair => pair.Name, pair => Names(pairs, pair.Name), StringComparer.Ordinal);
        Ends = Pairs.Values.SelectMany(static ends => ends).ToFrozenSet(StringComparer.Ordinal);
        Vague = Names(json, "vague");
        Locks = Names(json, "locks");
        Fills = Names(json, "fills");
        Empties = Names(json, "empties");
        Releases = Names(json, "releases");
        InMemory = Names(json, "inMemory");
        Profilers = Names(json, "profilers");
        Bookkeeping = Names(json, "bookkeeping");
        Applications = Names(json, "applications");
        ReleaseCalls = Names(json, "releaseCalls");
        ContextManagers = Names(json, "contextManagers");
        SameItems = Names(json, "sameItems");
        EndedByWith = Names(json, "endedByWith");
        WithoutEnd = Names(json, "withoutEnd");
        SafeCalls = Names(json, "safeCalls");
        SafeMethods = Names(json, "safeMethods");
        OftenFailing = Names(json, "oftenFailing");
        OftenFailingCalls = Names(json, "oftenFailingCalls");
    }

    public static CleanupData BuiltIn => LazyBuiltIn.Value;

    /// <summary>By the method that begins something: those of the same object that end it.</summary>
    public FrozenDictionary<string, FrozenSet<string>> Pairs { get; }

    /// <summary>All methods that end something.</summary>
    public FrozenSet<string> Ends { get; }

    /// <summary>Methods of <see cref="Pairs"/> that many things have which need no end.</summary>
    public FrozenSet<string> Vague { get; }

    /// <summary>Methods of <see cref="Pairs"/> that take what others then wait for.</summary>
    public FrozenSet<string> Locks { get; }

    public FrozenSet<string> Fills { get; }

    public FrozenSet<string> Empties { get; }

    /// <summary>Methods that, after the <c>yield</c> of a context manager, undo what was done before it.</summary>
    public FrozenSet<string> Releases { get; }

    /// <summary>What makes things that hold nothing but memory, and go with their last user.</summary>
    public FrozenSet<string> InMemory { get; }

    /// <summary>What makes things that a developer looks on with for a while.</summary>
    public FrozenSet<string> Profilers { get; }

    /// <summary>Those of <see cref="Releases"/> that free no resource.</summary>
    public FrozenSet<string> Bookkeeping { get; }

    /// <summary>Types of applications that a server runs from its start to its end.</summary>
    public FrozenSet<string> Applications { get; }

    public FrozenSet<string> ReleaseCalls { get; }

    public FrozenSet<string> ContextManagers { get; }

    /// <summary>Those of <see cref="Releases"/> that do to an object what the end of its own <c>with</c> does.</summary>
    public FrozenSet<string> EndedByWith { get; }

    /// <summary>Managers whose <c>with</c> binds what it does not end.</summary>
    public FrozenSet<string> WithoutEnd { get; }

    /// <summary>Functions that give as many items as they are given, and the same ones.</summary>
    public FrozenSet<string> SameItems { get; }

    public FrozenSet<string> SafeCalls { get; }

    public FrozenSet<string> SafeMethods { get; }

    /// <summary>Methods that fail in ordinary operation: a file, a network or a database is at the other end.</summary>
    public FrozenSet<string> OftenFailing { get; }

    public FrozenSet<string> OftenFailingCalls { get; }

    private static FrozenSet<string> Names(JToken? json, string name) => FactsFile.Names(File, json, name);
}
