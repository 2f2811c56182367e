using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What libraries keep, in rules/facts, against its schema.</summary>
public sealed class LibraryFactsTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "facts", "libraries.json")));

    [Fact]
    public void The_facts_conform_to_the_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "libraries.schema.json")));

        JsonSchemaCheck.Validate(Facts, schema).ShouldBeEmpty();
    }

    [Fact]
    public void Each_call_that_makes_a_figure_stands_in_one_place() =>
        Facts["figures"]!["makers"]!.SelectMany(maker => maker["calls"]!.Values<string>()).ShouldBeUnique();

    [Theory]
    [InlineData("figures", "closers", "savers", "draws")]
    [InlineData("records", "sessions", "engines", "clients")]
    [InlineData("views", "soups", "trees", "arrays", "flatArrays", "matches", "streams")]
    [InlineData("tensors", "losses", "datasets", "graphless")]
    public void What_is_looked_for_is_of_a_library_that_is_asked_for(string part, params string[] lists)
    {
        var modules = Facts[part]!["modules"]!.Values<string>().ToHashSet();

        lists.SelectMany(list => Facts[part]![list]!.Values<string>()).Where(name => !name!.StartsWith("mlflow.", StringComparison.Ordinal) && !name.StartsWith("mpld3.", StringComparison.Ordinal) && !name.StartsWith("tikzplotlib.", StringComparison.Ordinal))
            .ShouldAllBe(name => modules.Contains(name!.Split('.', StringSplitOptions.None)[0]));
    }
}
