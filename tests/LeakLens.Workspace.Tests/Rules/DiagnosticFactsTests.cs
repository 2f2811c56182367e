using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What libraries offer to watch memory, in rules/facts, against their schema.</summary>
public sealed class DiagnosticFactsTests
{
    private static readonly JObject Facts = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "facts", "diagnostics.json")));

    [Fact]
    public void The_facts_conform_to_the_schema()
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "diagnostics.schema.json")));

        JsonSchemaCheck.Validate(Facts, schema).ShouldBeEmpty();
    }

    [Fact]
    public void What_prints_is_a_reading() => Facts["printingReadings"]!.Values<string>().ShouldBeSubsetOf(Facts["readings"]!.Values<string>());
}
