using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>Select and ignore mean what they mean to users of ruff: the closer name wins, and a layer that selects begins anew.</summary>
public sealed class RuleSelectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", true)]
    [InlineData("select = []", false)]
    [InlineData("select = ['ALL']", true)]
    [InlineData("select = ['all']", true)]
    [InlineData("select = ['LL']", true)]
    [InlineData("select = ['LL1']", true)]
    [InlineData("select = ['ll10']", true)]
    [InlineData("select = ['loop-accumulation']", true)]
    [InlineData("ignore = ['LL1']", false)]
    [InlineData("select = ['LL101']\nignore = ['LL1']", true)]
    [InlineData("select = ['LL1']\nignore = ['LL101']", false)]
    [InlineData("select = ['LL101']\nignore = ['loop-accumulation']", false)]
    [InlineData("ignore = ['ALL']\nextend-select = ['LL1']", true)]
    [InlineData("rules.LL101 = 'off'", false)]
    [InlineData("select = []\nrules.LL101 = 'note'", true)]
    [InlineData("rules.LL1 = 'off'\nrules.LL101 = 'note'", true)]
    public void A_rule_is_on_or_off(string text, bool expected)
    {
        _folder.Write("leaklens.toml", text);

        IsOn(new ConfigurationLayer()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("rules.LL101 = 'off'", true)]
    [InlineData("ignore = ['LL101']", true)]
    public void The_command_line_selects_anew(string text, bool expected)
    {
        _folder.Write("leaklens.toml", text);
        var selector = RuleSelector.Find("LL1", Workspace.Rules.RuleCatalogue.BuiltIn).ShouldNotBeNull();

        IsOn(new ConfigurationLayer { Select = new([selector], new SettingOrigin("--select")) }).ShouldBe(expected);
        IsOn(new ConfigurationLayer { Ignore = new([selector], new SettingOrigin("--ignore")) }).ShouldBeFalse();
    }

    private bool IsOn(ConfigurationLayer commandLine) =>
        new ConfigurationProvider(new ConfigurationSource(_folder.Path, File: null, IsIsolated: false, commandLine)).ForFolder(_folder.Path).Rules.First(rule => rule.Rule.Id == "LL101").IsOn;
}
