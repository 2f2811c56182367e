using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Tests.Rules;
using LeakLens.Workspace.Toml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>The schema that editors complete with is made from the options, and says the same as the reader.</summary>
public sealed class ConfigurationSchemaTests : IDisposable
{
    private const string UpdateVariable = "LEAKLENS_UPDATE_BASELINES";

    private readonly TemporaryFolder _folder = new();

    private static string SchemaPath => RepositoryFolder.Combine("rules", "schema", "leaklens.schema.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_is_current()
    {
        var made = ConfigurationSchema.Create(RuleCatalogue.BuiltIn).ToString(Formatting.Indented) + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(SchemaPath, made);
        }

        made.ShouldBe(File.ReadAllText(SchemaPath), $"{UpdateVariable}=1 writes it anew");
    }

    [Theory]
    [InlineData("profile = 'strict'\nextend = 'base.toml'", true)]
    [InlineData("select = ['ALL', 'LL1', 'loop-accumulation']\nignore = []\nfixable = ['LL']", true)]
    [InlineData("per-file-ignores = { 'tests/**' = ['LL101'] }\nexclude = ['a']\nforce-exclude = true", true)]
    [InlineData("rules = { loop-accumulation = 'off', LL1 = 'note' }", true)]
    [InlineData("thresholds = { LL101 = { warning-bytes = '2 MiB', note-bytes = 3.5 } }", true)]
    [InlineData("rule-paths = ['rules']\nselect = ['LL1', 'OWN', 'OWN001', 'kept-in-tests']\nthresholds = { kept-in-tests = { peak-bytes = '2 MiB' } }", true)]
    [InlineData("rules = { LL999 = 'off', OWN001 = 'of' }", false)]
    [InlineData("thresholds = { LL999 = { note-bytes = 3 } }", false)]
    [InlineData("output-format = 'xml'", false)]
    [InlineData("selct = []", false)]
    [InlineData("select = 'LL1'", false)]
    [InlineData("select = ['nonsense']", false)]
    [InlineData("rules = { LL101 = 'warn' }", false)]
    [InlineData("rules = { nonsense = 'off' }", false)]
    [InlineData("thresholds = { LL101 = { nonsense-bytes = 3 } }", false)]
    [InlineData("thresholds = { LL101 = { note-bytes = 'many' } }", false)]
    public void Schema_and_reader_agree(string text, bool isRight)
    {
        _folder.Write("base.toml", "");
        _folder.Write("rules/kept/rule.json", """{ "id": "OWN001", "name": "kept-in-tests", "summary": "Kept.", "when": { "fact": "peak" }, "thresholds": { "peak-bytes": 1 }, "message": "{name}" }""");
        _folder.Write("leaklens.toml", text);
        var json = (JObject)ToJson(TomlDocument.Parse(File.ReadAllBytes(_folder.Combine("leaklens.toml"))).Root);

        JsonSchemaCheck.Validate(json, JObject.Parse(File.ReadAllText(SchemaPath))).Count.ShouldBe(isRight ? 0 : 1);
        IsRead().ShouldBe(isRight);
    }

    [Fact]
    public void Every_key_has_a_sentence_and_is_in_the_documentation()
    {
        var page = File.ReadAllText(RepositoryFolder.Combine("docs", "configuration.md"));

        ConfigurationOptions.All.ShouldAllBe(option => option.Description.EndsWith('.') && page.Contains($"| `{option.Name}` |", StringComparison.Ordinal));
    }

    private bool IsRead()
    {
        try
        {
            new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path)).ForFolder(_folder.Path);
            return true;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    private static JToken ToJson(TomlValue value) => value switch
    {
        TomlTable table => new JObject(table.Entries.Select(entry => new JProperty(entry.Name, ToJson(entry.Value)))),
        TomlArray array => new JArray(array.Items.Select(ToJson)),
        TomlString text => text.Value,
        TomlInteger number => number.Value,
        TomlFloat number => number.Value,
        TomlBoolean boolean => boolean.Value,
        _ => throw new NotSupportedException(value.Noun),
    };
}
