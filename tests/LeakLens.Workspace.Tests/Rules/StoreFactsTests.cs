using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>Stores and their clients, in rules/facts, against their schema.</summary>
public sealed class StoreFactsTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "facts", "stores.json")));

    [Fact]
    public void The_facts_conform_to_the_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "stores.schema.json")));

        JsonSchemaCheck.Validate(Facts, schema).ShouldBeEmpty();
    }

    [Fact]
    public void Every_client_is_of_a_module_that_is_looked_for()
    {
        var modules = Facts["modules"]!.Values<string>().ToHashSet();

        Facts["clients"]!.SelectMany(store => store.First!.Values<string>()).ShouldAllBe(name => modules.Contains(name!.Split('.', StringSplitOptions.None)[0]));
    }

    [Fact]
    public void No_method_of_one_store_is_written_down_twice() =>
        Facts["writes"]!.SelectMany(write => write["methods"]!.Values<string>().Select(method => $"{write.Value<string>("store")}.{method}")).ShouldBeUnique();
}
