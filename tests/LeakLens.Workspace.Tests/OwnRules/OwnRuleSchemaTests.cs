using LeakLens.Workspace.OwnRules;
using LeakLens.Workspace.Tests.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>The schema that editors check a <c>rule.json</c> with is made from the words of the reader.</summary>
public sealed class OwnRuleSchemaTests
{
    private const string UpdateVariable = "LEAKLENS_UPDATE_BASELINES";

    private static string SchemaPath => RepositoryFolder.Combine("rules", "schema", "own-rule.schema.json");

    [Fact]
    public void The_file_is_current()
    {
        var made = OwnRuleSchema.Create().ToString(Formatting.Indented) + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(SchemaPath, made);
        }

        made.ShouldBe(File.ReadAllText(SchemaPath), $"{UpdateVariable}=1 writes it anew");
    }

    [Theory]
    [InlineData("\"fact\": \"growth\", \"in\": [\"a.b\"], \"repeated\": \"loop\", \"lifetime\": [\"module\"], \"shared\": true", "", true)]
    [InlineData("\"fact\": \"peak\", \"container\": [\"list\"]", ", \"thresholds\": { \"peak-bytes\": 1.5 }, \"defaultLevel\": \"note\", \"advice\": \"a\"", true)]
    [InlineData("\"fact\": \"resource\", \"made\": \"a.B\", \"release\": [\"close\"], \"exceptions\": false", "", true)]
    [InlineData("\"fact\": \"taint\"", "", false)]
    [InlineData("\"fact\": \"growth\", \"lifetime\": [\"modul\"]", "", false)]
    [InlineData("\"fact\": \"growth\", \"lifetme\": \"module\"", "", false)]
    [InlineData("\"fact\": \"growth\"", ", \"code\": 1", false)]
    [InlineData("\"fact\": \"growth\"", ", \"thresholds\": { \"call-bytes\": -1 }", false)]
    public void Schema_and_reader_agree(string when, string more, bool isRight)
    {
        var text = $$"""{ "id": "APP001", "name": "a-b", "summary": "s", "when": { {{when}} }, "message": "m"{{more}} }""";

        JsonSchemaCheck.Validate(JObject.Parse(text), OwnRuleSchema.Create()).Count.ShouldBe(isRight ? 0 : 1);
        (OwnRuleReader.Read("/project/rules/one/rule.json", text, "", new OwnRuleNames(), out _) is not null).ShouldBe(isRight);
    }
}
