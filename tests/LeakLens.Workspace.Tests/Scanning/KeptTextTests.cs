using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Scanning;

public sealed class KeptTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x = 1\r\n")]
    [InlineData("# Gr\u00FC\u00DFe\n")]
    [InlineData("# \u6F22\u5B57 \U0001F40D\n")]
    [InlineData("# half of a pair: \uD83D\n")]
    [InlineData("# a zero: \0\n")]
    public void A_packed_text_is_the_same_text(string text)
    {
        var packed = KeptText.Of(SourceText.From(text))?.Pack().Pack();

        packed?.Open().Text.ShouldBe(text);
        packed?.Length.ShouldBe(text.Length);
        packed.ShouldNotBeNull();
    }

    [Fact]
    public void A_packed_text_has_the_same_lines()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("value = compute(\u00FC)\n", 5_000)));

        var packed = KeptText.Of(text)?.Pack().Open();

        packed.ShouldNotBeNull().Lines.Count.ShouldBe(5_001);
        packed.GetPosition(100_000, ColumnUnit.Utf32).ShouldBe(text.GetPosition(100_000, ColumnUnit.Utf32));
    }

    [Fact]
    public void No_text_is_kept_of_a_file_that_has_none() => KeptText.Of(null).ShouldBeNull();
}
