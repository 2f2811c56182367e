using LeakLens.Engine.Rules.Contracts;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.OwnRules;

/// <summary>The JSON schema of a <c>rule.json</c> of a project's own, made from the same tables of words that the reader reads with.</summary>
public static class OwnRuleSchema
{
    public static JObject Create() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "A rule of your own for LeakLens",
        ["description"] = "rule.json of a folder in one that rule-paths names: what is forbidden in this project.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JArray("id", "name", "summary", "when", "message"),
        ["properties"] = new JObject
        {
            ["$schema"] = Text("Makes an editor complete and check this file."),
            ["id"] = Pattern("Two to ten capital letters, not LL first, and three digits.", "^(?!LL|ALL[0-9])[A-Z]{2,10}[0-9]{3}$"),
            ["name"] = Pattern("Two words or more in small letters, joined by hyphens.", "^[a-z0-9]+(-[a-z0-9]+)+$", OwnRuleReader.LongestName),
            ["summary"] = Text("One sentence for lists and hovers.", OwnRuleReader.LongestSummary),
            ["defaultLevel"] = new JObject { ["description"] = "The level of its findings; warning where it is not given.", ["type"] = "string", ["enum"] = new JArray(OwnRuleReader.Levels) },
            ["when"] = new JObject
            {
                ["description"] = "The fact, and conditions that all have to hold.",
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JArray("fact"),
                ["properties"] = new JObject(OwnRuleWords.Facts.SelectMany(static fact => fact.Conditions).Distinct(StringComparer.Ordinal).Select(static name => new JProperty(name, Describe(name)))),
            },
            ["thresholds"] = new JObject
            {
                ["description"] = "Numbers that have to be reached, all of them.",
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = new JObject(OwnRuleWords.Facts.SelectMany(static fact => ContractTerms.ThresholdsOf(fact.Fact)).Distinct(StringComparer.Ordinal).Select(static name => new JProperty(name, new JObject { ["type"] = "number", ["minimum"] = 0 }))),
            },
            ["message"] = Text("What a finding says; {name} and the like stand for what the fact tells.", OwnRuleReader.LongestMessage),
            ["advice"] = Text("What to write instead.", OwnRuleReader.LongestMessage),
        },
    };

    private static JObject Describe(string condition) => condition switch
    {
        "fact" => new JObject { ["description"] = "What the rule is about.", ["type"] = "string", ["enum"] = new JArray(OwnRuleWords.Facts.Select(static fact => fact.Name)) },
        "in" => Texts("Modules and packages, such as app.handlers."),
        "path" => Texts("Patterns for paths, as in per-file-ignores."),
        "repeated" => Words("What makes it grow again.", OwnRuleWords.Repetitions.Select(static word => word.Name)),
        "lifetime" => Words("Who holds it, and so how long.", OwnRuleWords.Lifetimes.Select(static word => word.Name)),
        "container" => Words("The kind of what is large or grows.", OwnRuleWords.Containers.Select(static word => word.Name)),
        "made" => Texts("Qualified names of what makes the resource, such as app.pool.Pool."),
        "release" => Texts("The methods that let go of it, such as close."),
        "shared" => Switch("Code that is not seen got hold of it."),
        "certain" => Switch("The numbers were worked out, not averaged or known only within wide bounds."),
        "released" => Switch("Contents are let go of at times."),
        _ => Switch("An exception that nobody wrote down is a way out, too."),
    };

    private static JObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JObject Text(string description, int longest) => new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    private static JObject Pattern(string description, string pattern) => new() { ["description"] = description, ["type"] = "string", ["pattern"] = pattern };

    private static JObject Pattern(string description, string pattern, int longest) => new() { ["description"] = description, ["type"] = "string", ["pattern"] = pattern, ["maxLength"] = longest };

    private static JObject Switch(string description) => new() { ["description"] = description, ["type"] = "boolean" };

    private static JObject Texts(string description) => new() { ["description"] = description, ["type"] = new JArray("string", "array"), ["items"] = new JObject { ["type"] = "string" } };

    private static JObject Words(string description, IEnumerable<string> words) =>
        new() { ["description"] = description, ["type"] = new JArray("string", "array"), ["items"] = new JObject { ["type"] = "string", ["enum"] = new JArray(words) } };
}
