using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>
/// The part of JSON Schema that the schemas of this repository use. A keyword it does not know fails the test,
/// so that no schema promises what nothing checks.
/// </summary>
internal sealed class JsonSchemaCheck
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "definitions"];

    private readonly List<string> _problems = [];
    private readonly JObject _root;

    private JsonSchemaCheck(JObject root)
    {
        _root = root;
    }

    public static IReadOnlyList<string> Validate(JToken value, JObject schema)
    {
        var check = new JsonSchemaCheck(schema);
        check.Check(value, schema, "$");
        return check._problems;
    }

    private void Check(JToken value, JObject schema, string path)
    {
        foreach (var keyword in schema.Properties())
        {
            if (!Annotations.Contains(keyword.Name, StringComparer.Ordinal))
            {
                CheckKeyword(value, schema, keyword, path);
            }
        }
    }

    private void CheckKeyword(JToken value, JObject schema, JProperty keyword, string path)
    {
        var expected = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                Check(value, (JObject)_root.SelectToken(expected.Value<string>()!.Replace("#/", string.Empty, StringComparison.Ordinal).Replace('/', '.'))!, path);
                break;
            case "type":
                Require(Types(expected).Any(type => HasType(value, type)), path, $"is not of type {expected}");
                break;
            case "enum":
                Require(expected.Any(option => JToken.DeepEquals(option, value)), path, $"is none of {expected}");
                break;
            case "pattern":
                Require(Matches(value.ToString(), expected), path, $"does not match {expected}");
                break;
            case "minLength":
                Require(value.ToString().Length >= expected.Value<int>(), path, "is too short");
                break;
            case "maxLength":
                Require(value.ToString().Length <= expected.Value<int>(), path, "is too long");
                break;
            case "minimum":
                Require(value.Type is JTokenType.Integer or JTokenType.Float && value.Value<double>() >= expected.Value<double>(), path, $"is below {expected}");
                break;
            case "minItems":
                Require(value.Count() >= expected.Value<int>(), path, "has too few items");
                break;
            case "uniqueItems":
                Require(value.Distinct(JToken.EqualityComparer).Count() == value.Count(), path, "has an item twice");
                break;
            case "items":
                CheckItems(value, (JObject)expected, path);
                break;
            case "required":
                CheckRequired(value, expected, path);
                break;
            case "properties":
            case "additionalProperties":
                CheckProperties(value, schema, keyword.Name, path);
                break;
            case "propertyNames":
                CheckPropertyNames(value, (JObject)expected, path);
                break;
            default:
                throw new NotSupportedException($"This check does not know the schema keyword '{keyword.Name}' at {path}.");
        }
    }

    private void CheckItems(JToken value, JObject schema, string path)
    {
        foreach (var (item, index) in value.Select((item, index) => (item, index)))
        {
            Check(item, schema, $"{path}[{index}]");
        }
    }

    private void CheckRequired(JToken value, JToken names, string path)
    {
        foreach (var name in names.Values<string>())
        {
            Require(value is JObject @object && @object.ContainsKey(name!), path, $"lacks '{name}'");
        }
    }

    private void CheckProperties(JToken value, JObject schema, string keyword, string path)
    {
        foreach (var property in value.Children<JProperty>())
        {
            var named = schema["properties"]?[property.Name] as JObject;
            if ((keyword == "properties") != (named is not null))
            {
                continue;
            }

            var rest = schema["additionalProperties"];
            Require(named is not null || rest is JObject, path, $"has '{property.Name}', which the schema does not know");
            if ((named ?? rest) is JObject propertySchema)
            {
                Check(property.Value, propertySchema, $"{path}.{property.Name}");
            }
        }
    }

    private void CheckPropertyNames(JToken value, JObject schema, string path)
    {
        foreach (var property in value.Children<JProperty>())
        {
            Check(new JValue(property.Name), schema, $"{path}.{property.Name} (the name)");
        }
    }

    private static IEnumerable<string> Types(JToken expected) => expected is JArray several ? several.Values<string>().OfType<string>() : [expected.Value<string>()!];

    private static bool HasType(JToken value, string type) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type == JTokenType.String,
        "integer" => value.Type == JTokenType.Integer,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "boolean" => value.Type == JTokenType.Boolean,
        _ => throw new NotSupportedException($"This check does not know the schema type '{type}'."),
    };

    private static bool Matches(string value, JToken pattern) =>
        Regex.IsMatch(value, pattern.Value<string>()!, RegexOptions.ECMAScript | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private void Require(bool holds, string path, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{path} {problem}");
        }
    }
}
