using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>The profiles of rules/profiles against their schema and against the rules they speak of.</summary>
public sealed class ProfileFileTests
{
    private static readonly string Root = Path.Combine(RuleFolder.Root, "profiles");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Root, "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_profile_conforms_to_the_schema_and_is_named_after_its_file(string file)
    {
        var schema = JObject.Parse(File.ReadAllText(Path.Combine(RuleFolder.Root, "schema", "profile.schema.json")));
        var profile = JObject.Parse(File.ReadAllText(Path.Combine(Root, file)));

        JsonSchemaCheck.Validate(profile, schema).ShouldBeEmpty();
        (profile.Value<string>("name") + ".json").ShouldBe(file);
    }

    [Fact]
    public void Profiles_change_only_rules_and_thresholds_that_exist()
    {
        var catalogue = RuleCatalogue.BuiltIn;
        foreach (var profile in catalogue.Profiles)
        {
            profile.Floors.Keys.Concat(profile.Off).ShouldAllBe(id => catalogue.Find(id) != null, profile.Name);
            foreach (var (id, thresholds) in profile.Thresholds)
            {
                thresholds.Keys.ShouldBeSubsetOf(catalogue.Find(id).ShouldNotBeNull($"{profile.Name}: {id}").Thresholds.Keys, $"{profile.Name}: {id}");
            }
        }
    }

    [Fact]
    public void There_are_three_profiles() =>
        RuleCatalogue.BuiltIn.Profiles.Select(profile => profile.Name).ShouldBe([RuleCatalogue.DefaultProfile, "lenient", RuleCatalogue.StrictProfile]);
}
