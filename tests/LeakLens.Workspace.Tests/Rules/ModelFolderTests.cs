using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>The library models of rules/models against their schema.</summary>
public sealed class ModelFolderTests
{
    private static readonly string Root = Path.Combine(RuleFolder.Root, "models");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Root, "*.json").Select(Path.GetFileName).OfType<string>().Where(name => name != "schema.json").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Models_conform_to_the_schema(string file)
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(Root, "schema.json")));
        JsonSchemaCheck.Validate(JObject.Parse(File.ReadAllText(Path.Combine(Root, file))), schema).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_named_after_its_module(string file)
    {
        var module = JObject.Parse(File.ReadAllText(Path.Combine(Root, file))).Value<string>("module");
        file.ShouldBe((module == string.Empty ? "builtins" : module) + ".json");
    }
}
