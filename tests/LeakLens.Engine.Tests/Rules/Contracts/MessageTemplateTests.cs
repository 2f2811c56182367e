using LeakLens.Engine.Rules.Contracts;

namespace LeakLens.Engine.Tests.Rules.Contracts;

/// <summary>What a rule of somebody's own says, with values that come out of the analysed program.</summary>
public sealed class MessageTemplateTests
{
    private static readonly string[] Places = ["name", "bytes"];

    [Theory]
    [InlineData("{name} grows by {bytes}", "kept grows by 3 KiB")]
    [InlineData("{{name}} is {name}{name}", "{name} is keptkept")]
    [InlineData("{{{name}}}", "{kept}")]
    [InlineData("nothing", "nothing")]
    public void Values_stand_where_their_names_stood(string text, string expected) => Fill(text, place => place is "name" ? "kept" : "3 KiB").ShouldBe(expected);

    [Theory]
    [InlineData("{nam} grows", "there is no {nam} here; there are {name}, {bytes}")]
    [InlineData("{name", "a brace stands alone: two of them stand for one in the text")]
    [InlineData("name}", "a brace stands alone: two of them stand for one in the text")]
    [InlineData("{}", "there is no {} here; there are {name}, {bytes}")]
    [InlineData("{na\u202Eme}", "there is no {na?me} here; there are {name}, {bytes}")]
    public void What_is_no_template_says_why(string text, string expected)
    {
        MessageTemplate.TryParse(text, Places, out var problem).ShouldBeNull();
        problem.ShouldBe(expected);
    }

    [Theory]
    [InlineData("d['\u001b[31m']", "d['?[31m']")]
    [InlineData("a\r\nb\u2028c\u202ed", "a??b?c?d")]
    public void Nothing_of_a_value_steers_a_terminal(string value, string expected) => Fill("{name}", _ => value).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_none() => Fill("{name}", static _ => "\ud800x").ShouldBe("?x");

    [Fact]
    public void A_value_is_so_long_and_no_longer()
    {
        Fill("{name}!", _ => new string('x', 1_000)).ShouldBe(new string('x', 60) + "…!");
        Fill("{name}", _ => string.Concat(Enumerable.Repeat("\U0001F600", 50))).ShouldBe(string.Concat(Enumerable.Repeat("\U0001F600", 30)) + "…");
    }

    [Fact]
    public void A_template_that_repeats_itself_fills_no_screen()
    {
        var text = Fill(string.Concat(Enumerable.Repeat("{name}", 50)), _ => string.Concat(Enumerable.Repeat("\U0001F600", 29)) + "a");

        text.Length.ShouldBeInRange(500, 501);
        text.ShouldEndWith("…");
        text.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    private static string Fill(string text, Func<string, string> valueOf) => MessageTemplate.TryParse(text, Places, out _).ShouldNotBeNull().Fill(valueOf);
}
