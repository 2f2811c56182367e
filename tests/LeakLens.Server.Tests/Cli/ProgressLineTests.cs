using LeakLens.Server.Cli;

namespace LeakLens.Server.Tests.Cli;

/// <summary>The line that says how far a scan is.</summary>
public sealed class ProgressLineTests
{
    private static readonly TimeSpan LongerThanItWaits = TimeSpan.FromMilliseconds(600);

    [Theory]
    [InlineData(true, "xterm", "\r\e[K\e[?7l[###############               ] 2/4 files\e[?7h\r\e[K")]
    [InlineData(true, "dumb", "")]
    [InlineData(false, "xterm", "")]
    public async Task Long_work_shows_one_line_that_never_wraps_and_is_gone_in_the_end(bool isTerminal, string terminal, string expected)
    {
        using var error = new StringWriter();
        var host = new CliHost { Output = TextWriter.Null, Error = error, OpenInput = () => Stream.Null, WorkingFolder = "/", IsErrorTerminal = isTerminal, GetVariable = _ => terminal };
        using (var line = new ProgressLine(host, 4))
        {
            line.Update(1);
            await Task.Delay(LongerThanItWaits);
            line.Update(2);
        }

        error.ToString().ShouldBe(expected);
    }
}
