using System.Text;
using LeakLens.Server.Cli;

namespace LeakLens.Server.Tests.Cli;

/// <summary><c>leaklens fix</c>: files are changed, or a diff is printed.</summary>
public sealed class FixTests
{
    private const string Reader = "def read(path):\n    return open(path).read()\n";
    private const string Hoard = "ROWS = []\nfor n in range(2_000):\n    ROWS.append([n] * 50)\n";

    [Fact]
    public void A_diff_changes_nothing_and_says_that_there_is_something_to_do()
    {
        using var session = new CliSession();
        session.Write("a.py", Reader);

        var result = session.Run("fix", "--diff");

        result.ExitCode.ShouldBe(ExitCode.Found);
        result.Output.ShouldBe("--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n def read(path):\n-    return open(path).read()\n+    with open(path) as file:\n+        return file.read()\n");
        result.Error.ShouldContain("would apply 1 fix in 1 file");
        File.ReadAllText(session.Combine("a.py")).ShouldBe(Reader);
    }

    [Fact]
    public void Safe_fixes_are_applied_and_a_second_run_has_nothing_to_do()
    {
        using var session = new CliSession();
        session.Write("a.py", Reader + Hoard);

        session.Run("fix", "a.py").ExitCode.ShouldBe(ExitCode.Clean);

        File.ReadAllText(session.Combine("a.py")).ShouldBe("def read(path):\n    with open(path) as file:\n        return file.read()\n" + Hoard);
        session.Run("fix", "a.py").Error.ShouldContain("nothing to fix");
    }

    [Fact]
    public void Others_are_applied_when_they_are_asked_for_by_option_or_configuration()
    {
        using var session = new CliSession();
        session.Write("a.py", Hoard);
        session.Write("b/a.py", Hoard);
        session.Write("b/leaklens.toml", "unsafe-fixes = true\n");

        session.Run("fix").Error.ShouldContain("b/a.py: LL101: Keep only the newest 100 items of ROWS (deque(maxlen=100)) (needs review)");
        File.ReadAllText(session.Combine("a.py")).ShouldBe(Hoard);

        session.Run("fix", "--unsafe-fixes").ExitCode.ShouldBe(ExitCode.Clean);
        File.ReadAllText(session.Combine("a.py")).ShouldContain("ROWS = deque(maxlen=100)");
    }

    [Fact]
    public void Rules_are_chosen_by_option_and_by_configuration()
    {
        using var session = new CliSession();
        session.Write("a.py", Reader);

        session.Run("fix", "--select", "LL101", "a.py").Error.ShouldContain("nothing to fix");
        session.Write("leaklens.toml", "unfixable = [\"LL408\"]\n");
        session.Run("fix", "a.py").Error.ShouldContain("nothing to fix");
        session.Write("leaklens.toml", "fixable = [\"LL4\"]\n");
        session.Run("fix", "a.py").Error.ShouldContain("applied 1 fix in 1 file");
    }

    [Theory]
    [InlineData("utf-8-sig", "", "\r\n")]
    [InlineData("latin-1", "# -*- coding: latin-1 -*-\n", "\n")]
    [InlineData("cp1252", "# coding: cp1252\n", "\n")]
    public void The_encoding_stays(string encoding, string head, string newline)
    {
        using var session = new CliSession();
        var text = (head + "# é\n" + Reader).Replace("\n", newline, StringComparison.Ordinal);
        session.Write("a.py", Encode(encoding, text));

        session.Run("fix", "a.py").ExitCode.ShouldBe(ExitCode.Clean);

        File.ReadAllBytes(session.Combine("a.py")).ShouldBe(Encode(encoding, text.Replace("    return open(path).read()", $"    with open(path) as file:{newline}        return file.read()", StringComparison.Ordinal)));
    }

    [Fact]
    public void Standard_input_is_not_fixed() => Run("fix", "-").ExitCode.ShouldBe(ExitCode.BadInput);

    [Fact]
    public void What_cannot_be_read_is_named_and_all_else_is_fixed()
    {
        using var session = new CliSession();
        session.Write("a.py", Reader);
        session.Write("b.py", [0xff, 0xfe, 0x00]);

        var result = session.Run("fix");

        result.ExitCode.ShouldBe(ExitCode.BadInput);
        result.Error.ShouldContain("error: b.py:");
        result.Error.ShouldContain("applied 1 fix in 1 file");
    }

    [Fact]
    public void A_scan_tells_fixes_when_it_is_asked_to()
    {
        using var session = new CliSession();
        session.Write("a.py", Reader);

        session.Run("scan", "--format", "json", "a.py").Output.ShouldContain("\"fixes\": []");
        session.Run("scan", "--format", "json", "--show-fixes", "a.py").Output.ShouldContain("\"kind\": \"in-with\"");
    }

    private static byte[] Encode(string encoding, string text) => encoding switch
    {
        "utf-8-sig" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.Latin1.GetBytes(text),
    };

    private static CliResult Run(params string[] words)
    {
        using var session = new CliSession();
        return session.Run(words);
    }
}
