using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Contracts;

namespace LeakLens.Engine.Rules;

/// <summary>What a rule's folder says about it. Prose stays in the folder's README and is read when it is shown.</summary>
/// <param name="Id">For example LL101.</param>
/// <param name="Name">The slug, for example loop-accumulation.</param>
/// <param name="Summary">One line.</param>
/// <param name="Thresholds">Named numbers the rule compares with, for example <c>warning-bytes</c>; the unit is part of the name.</param>
public sealed record RuleDescriptor(
    string Id,
    string Name,
    string Family,
    FindingLevel DefaultLevel,
    string Summary,
    ImmutableArray<string> Cwe,
    ImmutableArray<string> Tags,
    ImmutableDictionary<string, double> Thresholds)
{
    /// <summary>A gate may stop code for it. Other rules advise: they only add weight.</summary>
    public bool CanBlock { get; init; }

    /// <summary>What its fixes are like.</summary>
    public FixAvailability Fix { get; init; }

    /// <summary>Codes of other tools' rules that mean the same.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What a rule of a project's own forbids; null for a built-in one, which has code.</summary>
    public Contract? Contract { get; init; }

    /// <summary>No finding of it is told at a lower level than this.</summary>
    public FindingLevel Floor { get; init; } = FindingLevel.Note;

    /// <summary>The level of all its findings, because the configuration says so.</summary>
    public FindingLevel? FixedLevel { get; init; }

    /// <summary>A number from the rule's data, or from what overrides it.</summary>
    /// <exception cref="ArgumentException">The rule has no such threshold.</exception>
    public double GetThreshold(string name) =>
        Thresholds.TryGetValue(name, out var value) ? value : throw new ArgumentException($"Rule {Id} has no threshold '{name}' in its rule.json.", nameof(name));
}
