using LeakLens.Engine.Findings;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

public sealed class RuleCatalogueTests
{
    [Theory]
    [InlineData("LL101")]
    [InlineData("ll101")]
    [InlineData("loop-accumulation")]
    [InlineData("Loop-Accumulation")]
    public void A_rule_is_found_by_id_and_by_slug_in_any_case(string name) =>
        RuleCatalogue.BuiltIn.Find(name).ShouldNotBeNull().Id.ShouldBe("LL101");

    [Fact]
    public void A_descriptor_carries_what_its_json_says()
    {
        var rule = RuleCatalogue.BuiltIn.RuleSet.Find("LL101").ShouldNotBeNull();

        rule.Name.ShouldBe("loop-accumulation");
        rule.Family.ShouldBe("accumulation");
        rule.DefaultLevel.ShouldBe(FindingLevel.Error);
        rule.Summary.ShouldStartWith("A loop adds new objects");
        rule.Cwe.ShouldBe(["CWE-770", "CWE-401", "CWE-1325"]);
        rule.Tags.ShouldContain("memory");
        rule.GetThreshold("warning-bytes").ShouldBe(1 << 20);
        Should.Throw<ArgumentException>(() => rule.GetThreshold("warning-trips"));
    }

    [Theory]
    [InlineData("LL1O1", "LL101")]
    [InlineData("LL10", "LL101")]
    [InlineData("loop-acumulation", "loop-accumulation")]
    [InlineData("accumulation-in-a-loop", null)]
    [InlineData("", null)]
    public void A_mistyped_name_gets_the_nearest_one(string typed, string? expected) =>
        RuleCatalogue.BuiltIn.SuggestName(typed).ShouldBe(expected);

    [Theory]
    [InlineData("{", "1,1")]
    [InlineData("[]", "expected an object")]
    [InlineData("{}", "an id and a name")]
    [InlineData("""{"id": "LL101", "name": "x", "defaultLevel": "fatal"}""", "note, warning or error, not 'fatal'")]
    [InlineData("""{"id": "LL101", "name": "x", "thresholds": {"a-bytes": "much"}}""", "much")]
    [InlineData("""{"id": "LL101", "name": "x", "cwe": "CWE-1"}""", "expected a list")]
    public void A_broken_rule_is_refused_with_file_and_place(string json, string expected)
    {
        var exception = Should.Throw<FormatException>(() => RuleJsonReader.Read(new StringReader(json), "my/rule.json"));

        exception.Message.ShouldStartWith("my/rule.json");
        exception.Message.ShouldContain(expected);
    }

    [Fact]
    public void A_page_is_cut_at_its_headings()
    {
        var page = new RulePage("# T\r\n\r\n## One\r\n\r\nfirst\r\n\r\n## Two\r\n\r\nsecond\r\n");

        page.GetHeadings().ShouldBe(["One", "Two"]);
        page.GetSection("One").ShouldBe("first");
        page.GetSection("Two").ShouldBe("second");
        page.GetSection("Three").ShouldBeEmpty();
    }
}
