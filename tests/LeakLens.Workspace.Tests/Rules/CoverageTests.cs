using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>rules/coverage.json: every line of the two documents of detection criteria, and what meets it.</summary>
public sealed class CoverageTests
{
    private static readonly JArray Lines = (JArray)JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "coverage.json")))["lines"]!;

    [Fact]
    public void The_table_satisfies_its_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "coverage.schema.json")));

        JsonSchemaCheck.Validate(JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "coverage.json"))), schema).ShouldBeEmpty();
        Lines.Select(line => line.Value<string>("line")).ShouldBeUnique();
    }

    [Fact]
    public void Every_line_has_a_rule_or_a_feature_and_examples_that_exercise_it() =>
        string.Join('\n', Lines.SelectMany(line => Problems((JObject)line))).ShouldBeEmpty();

    private static IEnumerable<string> Problems(JObject line)
    {
        var name = line.Value<string>("line");
        var rules = line["rules"]?.Values<string>().OfType<string>().ToArray() ?? [];
        foreach (var rule in rules.Where(rule => RuleCatalogue.BuiltIn.Find(rule) is null))
        {
            yield return $"{name}: there is no rule {rule}";
        }

        if (rules.Length == 0 && line.Value<string>("feature") is null)
        {
            yield return $"{name}: neither a rule nor a feature";
        }

        if (rules.Length > 0 && (Find(line.Value<string>("bad")) is not { } bad || !rules.Intersect(bad.Rules).Any()))
        {
            yield return $"{name}: no example {line.Value<string>("bad")} in which one of {string.Join(", ", rules)} speaks";
        }

        if (rules.Length > 0 && Find(line.Value<string>("ok")) is not { Rules.Count: 0 })
        {
            yield return $"{name}: no silent example {line.Value<string>("ok")}";
        }
    }

    /// <summary>An example as the table writes it, <c>LL101:keep_pages_bad</c>, with the rules that either profile finds in it; silent is what the profile for people says nothing of.</summary>
    private static (string Name, IReadOnlyList<string> Rules)? Find(string? example)
    {
        if (example?.Split(':') is not [var id, var name] || RuleFolder.All().FirstOrDefault(folder => folder.Id == id) is not { } folder)
        {
            return null;
        }

        foreach (var function in ExpectationFile.Read(folder.GetPath(folder.ExampleFile)).Functions())
        {
            if (function.Name == name)
            {
                var isSilent = name.EndsWith("_ok", StringComparison.Ordinal) || name.EndsWith("Ok", StringComparison.Ordinal);
                return (name, isSilent ? function.Rules : [.. function.Rules, .. function.StrictRules]);
            }
        }

        return null;
    }
}
