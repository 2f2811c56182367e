using LeakLens.Engine.Findings;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>Which file is in force where, and what files that build on each other come to.</summary>
public sealed class ConfigurationProviderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_everything_is_default()
    {
        var configuration = For("app.py");

        (configuration.Profile.Value, configuration.Profile.Origin).ShouldBe(("balanced", SettingOrigin.Default));
        configuration.Rules.ShouldAllBe(rule => rule.IsOn == !configuration.RuleProfile.Off.Contains(rule.Rule.Id));
        configuration.RulesFor(_folder.Combine("app.py")).All.Count().ShouldBe(configuration.Rules.Count(rule => rule.IsOn));
    }

    [Theory]
    [InlineData(".leaklens.toml", "dotted")]
    [InlineData("leaklens.toml", "plain")]
    [InlineData("pyproject.toml", "shared")]
    public void In_one_folder_dotted_beats_plain_beats_shared(string last, string expected)
    {
        var files = new[] { (".leaklens.toml", "", "dotted"), ("leaklens.toml", "", "plain"), ("pyproject.toml", "[tool.leaklens]\n", "shared") };
        foreach (var (name, header, pattern) in files.SkipWhile(file => file.Item1 != last))
        {
            _folder.Write(name, $"{header}exclude = ['{pattern}']");
        }

        For("app.py").Exclude.Value.ShouldHaveSingleItem().Text.ShouldBe(expected);
    }

    [Fact]
    public void The_nearest_file_up_the_tree_wins_and_nothing_is_merged()
    {
        _folder.Write("leaklens.toml", "profile = 'strict'\nforce-exclude = true");
        _folder.Write("a/b/leaklens.toml", "profile = 'lenient'");

        For("a/app.py").Profile.Value.ShouldBe("strict");
        For("a/b/c/app.py").Profile.Value.ShouldBe("lenient");
        For("a/b/c/app.py").ForceExclude.Value.ShouldBeFalse();
    }

    [Theory]
    [InlineData("[project]\nname = 'x'")]
    [InlineData("[tool.ruff]\n# not about leaklens")]
    [InlineData("this is no TOML at all")]
    public void A_pyproject_that_is_not_about_us_does_not_count(string text)
    {
        _folder.Write("leaklens.toml", "profile = 'strict'");
        _folder.Write("a/pyproject.toml", text);

        For("a/app.py").Profile.Value.ShouldBe("strict");
    }

    [Fact]
    public void A_file_builds_on_another_key_by_key()
    {
        _folder.Write("base/pyproject.toml", "[tool.leaklens]\nprofile = 'lenient'\nignore = ['ALL']\nextend-exclude = ['x']\nthresholds.LL101 = { note-bytes = 1, warning-bytes = 2 }\nrules.LL101 = 'note'");
        _folder.Write("leaklens.toml", "extend = 'base/pyproject.toml'\nprofile = 'strict'\nextend-select = ['LL101']\nextend-exclude = ['y']\nthresholds.LL101.warning-bytes = '3 KiB'");
        var configuration = For("app.py");
        var rule = configuration.Rules.First(rule => rule.Rule.Id == "LL101");

        configuration.Profile.ShouldBe(new Setting<string>("strict", new SettingOrigin("leaklens.toml", 2, 1)));
        configuration.ExtendExclude.SelectMany(setting => setting.Value).Select(pattern => pattern.Text).ShouldBe(["x", "y"]);
        (rule.IsOn, rule.Origin).ShouldBe((true, new SettingOrigin("leaklens.toml", 3, 1)));
        rule.Level.ShouldBe(new Setting<FindingLevel>(FindingLevel.Note, new SettingOrigin("base/pyproject.toml", 6, 7)));
        rule.Thresholds["note-bytes"].ShouldBe(new Setting<double>(1, new SettingOrigin("base/pyproject.toml", 5, 22)));
        rule.Thresholds["warning-bytes"].ShouldBe(new Setting<double>(3072, new SettingOrigin("leaklens.toml", 5, 18)));
        rule.Descriptor.GetThreshold("warning-bytes").ShouldBe(3072);
        rule.Descriptor.FixedLevel.ShouldBe(FindingLevel.Note);
    }

    [Fact]
    public void A_profile_brings_its_own_thresholds()
    {
        _folder.Write("leaklens.toml", "profile = 'strict'\nthresholds.LL101.note-bytes = 5");
        var rule = For("app.py").Rules.First(rule => rule.Rule.Id == "LL101");

        rule.Thresholds["error-bytes"].Origin.Source.ShouldBe("profile strict");
        rule.Thresholds["note-bytes"].Value.ShouldBe(5);
    }

    [Fact]
    public void Rules_are_ignored_per_file()
    {
        _folder.Write("leaklens.toml", "[per-file-ignores]\n'tests/**' = ['loop-accumulation']\n'!src/**' = ['ALL']");
        var configuration = For("app.py");

        configuration.RulesFor(_folder.Combine("src/app.py")).Find("LL101").ShouldNotBeNull();
        configuration.RulesFor(_folder.Combine("src/tests/app.py")).Find("LL101").ShouldNotBeNull();
        configuration.RulesFor(_folder.Combine("tests/a/app.py")).All.ShouldBeEmpty();
    }

    [Fact]
    public void A_named_file_is_in_force_everywhere_and_isolated_means_none()
    {
        _folder.Write("leaklens.toml", "profile = 'strict'");
        var named = _folder.Write("other.toml", "profile = 'lenient'");

        For("a/app.py", new ConfigurationSource(_folder.Path, named, IsIsolated: false, new ConfigurationLayer())).Profile.Value.ShouldBe("lenient");
        For("a/app.py", ConfigurationSource.Isolated(_folder.Path)).Profile.Value.ShouldBe("balanced");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("unfixable = ['LL1']", false)]
    [InlineData("fixable = ['LL101']\nunfixable = ['LL1']", true)]
    [InlineData("fixable = ['LL1']\nunfixable = ['LL101']", false)]
    [InlineData("fixable = []", false)]
    public void Of_fixable_and_unfixable_the_closer_name_wins(string text, bool expected)
    {
        _folder.Write("leaklens.toml", text);

        For("app.py").IsFixable("LL101").ShouldBe(expected);
    }

    private EffectiveConfiguration For(string file) => For(file, ConfigurationSource.Nearest(_folder.Path));

    private EffectiveConfiguration For(string file, ConfigurationSource source) => new ConfigurationProvider(source).ForFile(_folder.Combine(file));
}
