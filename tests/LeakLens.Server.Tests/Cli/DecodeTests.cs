using System.Text;

namespace LeakLens.Server.Tests.Cli;

public sealed class DecodeTests : IDisposable
{
    private const string Payload = "held = []\nfor number in range(3000):\n    held.append([number] * 1000)\n";

    private static readonly string Encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Payload));

    private readonly CliSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_program_shows_what_it_executes_layer_by_layer()
    {
        _session.Write("app.py", "import base64\nexec(base64.b64decode(open('resources.dat').read()))\n");
        _session.Write("resources.dat", Encoded);
        var result = _session.Run("decode", "app.py");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBe($$"""
            app.py:2 executes:
              the file resources.dat: {{Encoded.Length}} bytes  {{Encoded[..60]}}...
              base64: {{Payload.Length}} bytes  held = []...
                 1 | held = []
                 2 | for number in range(3000):
                 3 |     held.append([number] * 1000)
              line 3: warning[LL101]: held holds about 23 MiB: 3,000 x 7.9 KiB, never released


            """);
    }

    [Fact]
    public void A_line_may_be_named()
    {
        _session.Write("app.py", $"import base64\nexec(base64.b64decode('{Encoded}'))\nexec(base64.b64decode('{Encoded}'))\n");

        _session.Run("decode", "app.py:3").Output.ShouldStartWith("app.py:3 executes:");
        _session.Run("decode", "app.py:1").ShouldBe(new CliResult(0, "Line 1 executes nothing hidden.\n", ""));
    }

    [Fact]
    public void A_data_file_shows_what_it_decodes_to()
    {
        _session.Write("resources.dat", Encoded);

        _session.Run("decode", "resources.dat").Output.ShouldStartWith("resources.dat is Python code behind base64:\n     1 | held = []\n");
    }

    [Fact]
    public void Opcodes_of_a_pickle_are_listed_and_not_loaded()
    {
        _session.Write("model.bin", "cos\nsystem\n(S'true'\ntR.");

        _session.Run("decode", "model.bin").Output.ShouldBe("model.bin is a pickle. Loading it calls: os.system\n  GLOBAL MARK STRING TUPLE REDUCE STOP\n");
    }

    [Theory]
    [InlineData("plain.py", "x = 1\n")]
    [InlineData("notes.txt", "nothing here\n")]
    public void What_hides_nothing_says_so(string name, string text)
    {
        _session.Write(name, text);

        _session.Run("decode", name).ShouldBe(new CliResult(0, "Nothing hidden was found.\n", ""));
    }

    [Fact]
    public void What_cannot_be_shown_does_not_reach_the_terminal()
    {
        var code = "import os\nos.title = '\u001b]0;owned\u0007'\nos.nice(1)\n";
        _session.Write("app.py", $"import base64\nexec(base64.b64decode('{Convert.ToBase64String(Encoding.UTF8.GetBytes(code))}'))\n");

        _session.Run("decode", "app.py").Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public void A_file_that_is_not_there_is_wrong_input() => _session.Run("decode", "nope.py").ShouldBe(new CliResult(2, "", "error: nope.py: no such file or folder\n"));
}
