using System.Collections.Immutable;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>Each mistake is named with its place and with what was probably meant, and all of a file at once.</summary>
public sealed class ConfigurationErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("profle = 'strict'", 1, 1, "there is no key 'profle' (did you mean 'profile'?)")]
    [InlineData("extend_select = []", 1, 1, "there is no key 'extend_select' (did you mean 'extend-select'?)")]
    [InlineData("xyzzy = 1", 1, 1, "there is no key 'xyzzy'")]
    [InlineData("profile = 'strickt'", 1, 11, "'profile' takes one of \"balanced\", \"lenient\", \"strict\", not \"strickt\" (did you mean \"strict\"?)")]
    [InlineData("profile = true", 1, 11, "'profile' takes one of \"balanced\", \"lenient\", \"strict\", not true")]
    [InlineData("select = 'LL1'", 1, 10, "'select' takes a list of texts, such as [\"LL1\", \"LL203\"], not a text")]
    [InlineData("select = [\n  'LL1',\n  3,\n]", 3, 3, "'select' takes a list of texts, such as [\"LL1\", \"LL203\"], not a whole number")]
    [InlineData("ignore = ['loop-acumulation']", 1, 11, "there is no rule 'loop-acumulation' (did you mean 'loop-accumulation'?); `leaklens rules` lists them all")]
    [InlineData("respect-gitignore = 'yes'", 1, 21, "'respect-gitignore' takes true or false, not a text")]
    [InlineData("exclude = [1979-05-27]", 1, 12, "'exclude' takes a list of texts, such as [\"generated\", \"src/old/**\"], not a date")]
    [InlineData("per-file-ignores = ['tests']", 1, 20, "'per-file-ignores' takes a table from patterns to lists of rules, such as { \"tests/**\" = [\"LL1\"] }, not a list")]
    [InlineData("per-file-ignores.'a*' = 'LL1'", 1, 25, "'per-file-ignores' takes a list of texts, such as [\"LL1\", \"LL203\"], not a text")]
    [InlineData("rules.LL101 = 'warn'", 1, 15, "'rules' takes one of \"error\", \"warning\", \"note\", \"off\", not \"warn\"")]
    [InlineData("[rules]\nLL101 = 'off'\nloop-accumulation = 'note'", 3, 1, "the level of loop-accumulation is already set on line 2, as that of LL101")]
    [InlineData("thresholds.LL101 = 3", 1, 20, "'LL101' takes a table of thresholds, such as { error-bytes = 100 }, not a whole number")]
    [InlineData("thresholds.LL101.note-bites = 3", 1, 18, "LL101 has no threshold 'note-bites' (did you mean 'note-bytes'?)")]
    [InlineData("thresholds.LL101.note-bytes = '2 trips'", 1, 31, "'note-bytes' takes a number from 0 on, such as 1048576 or \"1 MiB\", not '2 trips'")]
    [InlineData("thresholds.LL101.note-bytes = -1", 1, 31, "'note-bytes' takes a number from 0 on, such as 1048576 or \"1 MiB\", not -1")]
    [InlineData("thresholds.LL101.note-bytes = inf", 1, 31, "'note-bytes' takes a number from 0 on, such as 1048576 or \"1 MiB\", not inf")]
    [InlineData("thresholds.LL999 = {}", 1, 12, "there is no rule 'LL999'; `leaklens rules` lists them all")]
    [InlineData("thresholds.LL101.note-bytes = 1\nthresholds.loop-accumulation.note-bytes = 2", 2, 30, "'note-bytes' of LL101 is already set on line 1")]
    [InlineData("rule-paths = ['missing']", 1, 15, "there is no folder missing")]
    [InlineData("extend = 'missing.toml'", 1, 1, "there is no file missing.toml to build on")]
    [InlineData("profile = strict", 1, 11, "'strict' is not a value; a text stands in quotes")]
    public void A_mistake_is_named_with_its_place(string text, int line, int column, string message)
    {
        var path = _folder.Write("leaklens.toml", text);
        var error = Errors().ShouldHaveSingleItem();

        (error.File, error.Line, error.Column).ShouldBe((path, line, column));
        error.Message.ShouldStartWith(message);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_named_in_order()
    {
        _folder.Write("pyproject.toml", "[tool.leaklens]\nselct = []\nignore = [1, 'LL999']\n\n[tool.other]\nselct = 1\n");

        Errors().Select(error => (error.Line, error.Column)).ShouldBe([(2, 1), (3, 11), (3, 14)]);
    }

    [Fact]
    public void Our_table_is_a_table()
    {
        _folder.Write("pyproject.toml", "[tool]\nleaklens = 1\n");

        Errors().ShouldHaveSingleItem().Message.ShouldBe("tool.leaklens is a table, not a whole number");
    }

    [Fact]
    public void A_circle_of_files_is_named()
    {
        _folder.Write("leaklens.toml", "extend = 'a/base.toml'");
        _folder.Write("a/base.toml", "\nextend = '../leaklens.toml'");
        var error = Errors().ShouldHaveSingleItem();

        error.Message.ShouldBe("'extend' goes in a circle: leaklens.toml -> a/base.toml -> leaklens.toml");
        (error.File, error.Line).ShouldBe((_folder.Combine("a/base.toml"), 2));
    }

    [Fact]
    public void An_error_in_a_base_is_told_of_the_base()
    {
        _folder.Write("leaklens.toml", "extend = 'base.toml'");
        var path = _folder.Write("base.toml", "selct = []");

        Errors().ShouldHaveSingleItem().File.ShouldBe(path);
    }

    [Fact]
    public void A_base_without_our_table_is_an_error()
    {
        _folder.Write("leaklens.toml", "extend = 'b/pyproject.toml'");
        _folder.Write("b/pyproject.toml", "[project]\n");

        Errors().ShouldHaveSingleItem().Message.ShouldBe("there is no table [tool.leaklens] in it");
    }

    private ImmutableArray<ConfigurationError> Errors() =>
        Should.Throw<ConfigurationException>(() => new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path)).ForFolder(_folder.Path)).Errors;
}
