using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>The facts of libraries in rules/facts against their schema.</summary>
public sealed class LifetimeFactsTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "facts", "lifetimes.json")));

    [Fact]
    public void The_facts_conform_to_the_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "lifetimes.schema.json")));

        JsonSchemaCheck.Validate(Facts, schema).ShouldBeEmpty();
    }

    [Fact]
    public void Each_call_stands_in_one_place_and_each_rule_exists()
    {
        Facts["resources"]!.SelectMany(resource => resource["calls"]!.Values<string>()).ShouldBeUnique();
        Facts["resources"]!.Select(resource => resource.Value<string>("rule")).ShouldAllBe(id => RuleFolder.All().Any(folder => folder.Id == id));
    }
}
