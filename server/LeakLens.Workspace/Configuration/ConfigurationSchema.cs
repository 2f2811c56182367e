using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Configuration;

/// <summary>The JSON schema of the configuration, made from the same table of options that the reader reads with.</summary>
public static class ConfigurationSchema
{
    /// <summary>Ids of a project's own rules, and the beginnings of some.</summary>
    private const string OwnId = "(?!LL|ALL[0-9]*$)[A-Z]{2,10}[0-9]{0,3}";

    /// <summary>Their names, which no schema can know.</summary>
    private const string OwnName = "[a-z0-9]+(-[a-z0-9]+)+";

    public static JObject Create(RuleCatalogue catalogue) => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "Configuration of LeakLens",
        ["description"] = "leaklens.toml, .leaklens.toml, or the table tool.leaklens of pyproject.toml.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JObject(ConfigurationOptions.All.Select(option => new JProperty(option.Name, Describe(option, catalogue)))),
        ["definitions"] = new JObject
        {
            ["rule"] = new JObject
            {
                ["description"] = "A rule by id or name, several by the beginning of their ids, or ALL.",
                ["type"] = "string",
                ["pattern"] = RulePattern(catalogue),
            },
            ["number"] = new JObject { ["description"] = "A number, or a text with a number and a unit.", ["type"] = new JArray("number", "string"), ["pattern"] = "^[0-9]" },
        },
    };

    private static JObject Describe(ConfigurationOption option, RuleCatalogue catalogue)
    {
        var schema = option.Shape switch
        {
            OptionShape.Choice => new JObject { ["type"] = "string", ["enum"] = new JArray(option.Choices) },
            OptionShape.Switch => new JObject { ["type"] = "boolean" },
            OptionShape.Path => new JObject { ["type"] = "string" },
            OptionShape.Rules => RuleList(),
            OptionShape.RulesByPattern => new JObject { ["type"] = "object", ["additionalProperties"] = RuleList() },
            OptionShape.Levels => new JObject
            {
                ["type"] = "object",
                ["propertyNames"] = RuleReference(),
                ["additionalProperties"] = new JObject { ["type"] = "string", ["enum"] = new JArray(option.Choices) },
            },
            OptionShape.Thresholds => new JObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JObject { ["type"] = "string", ["pattern"] = $"^({string.Join('|', catalogue.Rules.Where(static rule => !rule.Thresholds.IsEmpty).Select(static rule => rule.Id))}|{OwnId}|{OwnName})$" },
                ["additionalProperties"] = new JObject { ["description"] = "A rule of your own.", ["type"] = "object", ["additionalProperties"] = new JObject { ["$ref"] = "#/definitions/number" } },
                ["properties"] = new JObject(catalogue.Rules.SelectMany(ThresholdsOf)),
            },
            _ => new JObject { ["type"] = "array", ["items"] = new JObject { ["type"] = "string" } },
        };
        schema.AddFirst(new JProperty("description", option.Description));
        return schema;
    }

    private static JObject RuleList() => new() { ["type"] = "array", ["items"] = RuleReference() };

    private static JObject RuleReference() => new() { ["$ref"] = "#/definitions/rule" };

    /// <summary>Under the id, and under the name.</summary>
    private static IEnumerable<JProperty> ThresholdsOf(RuleDescriptor rule)
    {
        if (rule.Thresholds.IsEmpty)
        {
            yield break;
        }

        foreach (var name in (string[])[rule.Id, rule.Name])
        {
            yield return new JProperty(name, new JObject
            {
                ["description"] = rule.Summary,
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = new JObject(rule.Thresholds.Keys.Order(StringComparer.Ordinal).Select(threshold =>
                    new JProperty(threshold, new JObject { ["$ref"] = "#/definitions/number" }))),
            });
        }
    }

    private static string RulePattern(RuleCatalogue catalogue) => $"^(ALL|LL[0-9]{{0,3}}|{string.Join('|', catalogue.Rules.Select(rule => rule.Name))}|{OwnId}|{OwnName})$";
}
