using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What exhausts, in rules/facts, against its schema.</summary>
public sealed class ExhaustionFactsTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "facts", "exhaustion.json")));

    [Fact]
    public void The_facts_conform_to_the_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "exhaustion.schema.json")));

        JsonSchemaCheck.Validate(Facts, schema).ShouldBeEmpty();
    }

    [Fact]
    public void Each_waiting_call_stands_in_one_place_and_each_rule_exists()
    {
        Facts["waits"]!.SelectMany(wait => wait["calls"]!.Values<string>()).ShouldBeUnique();
        Facts["limits"]!.Select(limit => limit.Value<string>("rule")).ShouldAllBe(id => RuleFolder.All().Any(folder => folder.Id == id));
    }

    [Fact]
    public void Every_set_that_a_waiting_method_needs_names_its_maker()
    {
        var makers = Facts["sets"]!["waitingMakers"]!.Values<string>().ToHashSet();
        var names = Facts["sets"]!["waitingMethodNames"]!.Values<string>().ToHashSet();

        Facts["waits"]!.SelectMany(wait => wait["methods"]!.Values<string>()).ShouldAllBe(method => makers.Contains(method!.Substring(0, method.LastIndexOf('.'))) && names.Contains(method.Substring(method.LastIndexOf('.') + 1)));
    }
}
