using System.Collections.Immutable;
using LeakLens.Engine.Rules.Contracts;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.OwnRules;

/// <summary>This part: what stands under <c>when</c>.</summary>
internal sealed partial class OwnRuleReader
{
    /// <summary>Of every rule of a project's own.</summary>
    private const string Family = "own";

    /// <summary>The fact; null, and told, where none is named.</summary>
    private ContractFact? ReadWhen(JObject json, out JObject when)
    {
        when = json["when"] as JObject ?? [];
        if (json["when"] is not JObject)
        {
            _check.Add(json["when"] ?? json, $"{(json["when"] is null ? "'when' is missing" : "'when' takes an object")}: what the rule forbids, such as {{ \"fact\": \"growth\" }}");
            return null;
        }

        var names = string.Join(", ", OwnRuleWords.Facts.Select(static fact => fact.Name));
        if (_check.ReadText(when, "fact", LongestName) is not { } written)
        {
            if (when.Property("fact", StringComparison.Ordinal) is null)
            {
                _check.Add(when, $"'fact' is missing: one of {names}");
            }

            return null;
        }

        var found = Array.Find(OwnRuleWords.Facts, fact => string.Equals(fact.Name, written, StringComparison.Ordinal));
        if (found.Name is null)
        {
            Fail(when, "fact", $"'fact' takes one of {names}");
            return null;
        }

        _check.RequireKnown(when, found.Conditions);
        return found.Fact;
    }

    private Contract ReadConditions(JObject when, Contract contract) => contract with
    {
        Modules = _check.ReadTexts(when, "in", static name => IsDotted(name) ? null : $"'{OwnRuleCheck.Shown(name)}' is no name of a module"),
        Paths = _check.ReadTexts(when, "path", ProblemOfPattern),
        Repeated = ReadWords(when, "repeated", OwnRuleWords.Repetitions),
        Lifetimes = ReadWords(when, "lifetime", OwnRuleWords.Lifetimes),
        Containers = ReadWords(when, "container", OwnRuleWords.Containers),
        IsShared = _check.ReadSwitch(when, "shared"),
        IsCertain = _check.ReadSwitch(when, "certain"),
        IsReleased = _check.ReadSwitch(when, "released"),
        Made = ReadNames(when, contract.Fact, "made", "the qualified names of what makes it, such as app.pool.Pool", static name => IsDotted(name) && name.Contains('.', StringComparison.Ordinal)),
        Release = ReadNames(when, contract.Fact, "release", "the methods that let go of it, such as close", static name => IsDotted(name) && !name.Contains('.', StringComparison.Ordinal)),
        CountsExceptions = _check.ReadSwitch(when, "exceptions") is true,
    };

    /// <summary>What a resource cannot be told without.</summary>
    private ImmutableArray<string> ReadNames(JObject when, ContractFact fact, string property, string what, Func<string, bool> isRight)
    {
        if (fact is ContractFact.Resource && when.Property(property, StringComparison.Ordinal) is null)
        {
            _check.Add(when, $"'{property}' is missing: {what}");
        }

        return _check.ReadTexts(when, property, name => isRight(name) ? null : $"'{property}' takes {what}; not '{OwnRuleCheck.Shown(name)}'");
    }

    private ImmutableArray<T> ReadWords<T>(JObject when, string name, (string Name, T Value)[] words) =>
        [.. _check.ReadTexts(when, name, word => Array.Exists(words, known => string.Equals(known.Name, word, StringComparison.Ordinal)) ? null : $"'{name}' takes some of {string.Join(", ", words.Select(static known => known.Name))}, not '{OwnRuleCheck.Shown(word)}'")
            .Select(word => Array.Find(words, known => string.Equals(known.Name, word, StringComparison.Ordinal)).Value)];

    /// <summary>In a list of which one has to fit, all files but some would be a trap.</summary>
    private static string? ProblemOfPattern(string pattern) =>
        pattern.StartsWith('!') ? $"'path' says which files the rule is about; 'per-file-ignores' leaves files out, not '{OwnRuleCheck.Shown(pattern)}'"
        : pattern.All(static letter => letter is '.' or '/' or '\\') ? $"'path' takes patterns for files and folders below that of the configuration; '{OwnRuleCheck.Shown(pattern)}' names none"
        : null;

    private static bool IsDotted(string name) => Array.TrueForAll(name.Split('.'), static part => part.Length > 0 && !char.IsDigit(part[0]) && part.All(static letter => char.IsLetterOrDigit(letter) || letter is '_'));
}
