using System.Text;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Tests.Lsp.Hover;

/// <summary>What the analysed code says is shown, and does nothing.</summary>
public sealed class MarkdownEscapeTests
{
    [Theory]
    [InlineData("sessions holds about 125 MiB: 2,000 x 64.5 KiB", "sessions holds about 125 MiB: 2,000 x 64.5 KiB")]
    [InlineData("user_sessions_2 grows", "user_sessions_2 grows")]
    [InlineData("_cache_ grows", "\\_cache\\_ grows")]
    [InlineData("d[\"![x](http://evil.example/x.png)\"]", "d\\[\"\\!\\[x\\](http\\://evil.example/x.png)\"\\]")]
    [InlineData("d['<img src=x>']", "d\\['\\<img src=x\\>'\\]")]
    [InlineData("`a` **b** www.evil.example", "\\`a\\` \\*\\*b\\*\\* www\\.evil.example")]
    [InlineData("a\r\n# b\u2028c", "a  # b c")]
    [InlineData("d['\u202Egnp.evil']", "d\\['\uFFFDgnp.evil'\\]")]
    public void Nothing_of_it_is_markup(string text, string expected)
    {
        var markdown = new StringBuilder();

        MarkdownEscape.Append(markdown, text);

        markdown.ToString().ShouldBe(expected);
    }
}
