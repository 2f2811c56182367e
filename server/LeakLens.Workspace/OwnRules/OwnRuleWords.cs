using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Contracts;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.OwnRules;

/// <summary>What may stand under <c>when</c>: facts, the conditions that each has, and the words of those.</summary>
internal static class OwnRuleWords
{
    public static readonly (string Name, ContractFact Fact, string[] Conditions)[] Facts =
    [
        ("growth", ContractFact.Growth, ["fact", "in", "path", "repeated", "lifetime", "container", "shared", "certain", "released"]),
        ("peak", ContractFact.Peak, ["fact", "in", "path", "container", "certain"]),
        ("resource", ContractFact.Resource, ["fact", "in", "path", "made", "release", "exceptions"]),
    ];

    public static readonly (string Name, GrowthRepetition Value)[] Repetitions = [("per-call", GrowthRepetition.PerCall), ("endless", GrowthRepetition.Endless), ("loop", GrowthRepetition.Loop)];

    public static readonly (string Name, Lifetime Value)[] Lifetimes = [.. Enum.GetValues<Lifetime>().Select(static lifetime => (JsonNames.Of(lifetime), lifetime))];

    public static readonly (string Name, ObjectKind Value)[] Containers = [.. KindNames.All.Select(static name => (name, KindNames.TryParse(name, out var kind) ? kind : default))];

    public static string Of(GrowthRepetition repetition) => Array.Find(Repetitions, word => word.Value == repetition).Name;
}
