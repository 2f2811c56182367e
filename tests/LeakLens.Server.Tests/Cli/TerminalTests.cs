namespace LeakLens.Server.Tests.Cli;

/// <summary>When the text is coloured, and when places lead to their files.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Growing = "kept = []\nfor i in range(10_000):\n    kept.append([str(i)] * 400)\n";

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(true, "NO_COLOR=1", false)]
    [InlineData(true, "NO_COLOR=1 FORCE_COLOR=1", false)]
    [InlineData(true, "TERM=dumb", false)]
    [InlineData(false, "", false)]
    [InlineData(false, "FORCE_COLOR=1", true)]
    [InlineData(false, "FORCE_COLOR=0", false)]
    [InlineData(false, "CLICOLOR_FORCE=1", true)]
    public void Colours_are_for_who_can_see_them(bool isTerminal, string variables, bool expected) => Print(isTerminal, variables).Contains("\e[1;33m", StringComparison.Ordinal).ShouldBe(expected);

    [Theory]
    [InlineData(true, "VTE_VERSION=6800", true)]
    [InlineData(true, "VTE_VERSION=4000", false)]
    [InlineData(true, "TERM_PROGRAM=WezTerm", true)]
    [InlineData(true, "TERM=xterm", false)]
    [InlineData(true, "TERM_PROGRAM=vscode", false)] // finds paths with their lines itself
    [InlineData(true, "TERM_PROGRAM=WezTerm FORCE_HYPERLINK=0", false)]
    [InlineData(true, "TERM_PROGRAM=WezTerm NO_COLOR=1", false)]
    [InlineData(false, "TERM_PROGRAM=WezTerm", false)]
    [InlineData(false, "FORCE_COLOR=1 FORCE_HYPERLINK=1", true)]
    public void Places_are_links_where_a_terminal_knows_them(bool isTerminal, string variables, bool expected) => Print(isTerminal, variables).Contains("\e]8;;", StringComparison.Ordinal).ShouldBe(expected);

    [Fact]
    public void What_a_file_is_called_ends_no_link()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var link = Print(isTerminal: true, "TERM_PROGRAM=WezTerm", "a b\e\\%ü.py").Split("\e]8;;")[1].Split("\e\\");

        link[0].ShouldStartWith("file://");
        link[0].ShouldEndWith("/a%20b%1B%5C%25%C3%BC.py");
        link[1].ShouldBe("a b\uFFFD\\%ü.py:3:5");
    }

    private string Print(bool isTerminal, string variables, string name = "a.py")
    {
        _session.Write(name, Growing);
        _session.IsTerminal = isTerminal;
        foreach (var variable in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _session.Variables[variable.Split('=')[0]] = variable.Split('=')[1];
        }

        return _session.Run("scan").Output;
    }
}
