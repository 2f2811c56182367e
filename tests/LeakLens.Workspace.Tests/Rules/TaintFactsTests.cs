using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What somebody else decides, in rules/facts, against its schema.</summary>
public sealed class TaintFactsTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "facts", "taint.json")));

    [Fact]
    public void The_facts_conform_to_the_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "taint.schema.json")));

        JsonSchemaCheck.Validate(Facts, schema).ShouldBeEmpty();
    }

    [Fact]
    public void Each_type_stands_in_one_place_and_is_known_where_it_is_named()
    {
        var types = Facts["types"]!.SelectMany(type => type["names"]!.Values<string>()).ToArray();
        var named = Facts["values"]!.Concat(Facts["handlers"]!).Select(entry => entry.Value<string>("type")!)
            .Concat(Facts["types"]!.SelectMany(type => ((JObject)type["members"]!).Properties().Select(member => member.Value.Value<string>())).Where(member => member!.Contains("->", StringComparison.Ordinal)).Select(member => member!.Split("->")[1].Trim().Replace("[]", string.Empty, StringComparison.Ordinal)));

        types.ShouldBeUnique();
        named.Where(name => name.Length > 0).ShouldAllBe(name => types.Contains(name));
    }
}
