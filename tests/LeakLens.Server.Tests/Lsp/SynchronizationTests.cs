using LeakLens.Server.Tests.Lsp.Support;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp;

/// <summary>After any edits the server has the text that the editor has.</summary>
public sealed class SynchronizationTests
{
    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("utf-32")]
    public async Task Random_edits_give_the_text_of_the_editor(string encoding)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var editor = new EditorModel(random, encoding);
            await using var server = await TestServer.StartAsync(MarkerAnalysis.Options(), Capabilities.Full(encoding));
            await server.OpenAsync("LEAK" + editor.Text);
            for (var version = 2; version < 30; version++)
            {
                await server.ChangeAsync(version, editor.EditRandomly(random.Next(1, 9)));
            }

            (await TextOnServerAsync(server)).ShouldBe("LEAK" + editor.Text, $"seed {seed}");
        }
    }

    /// <summary>With the engine: edits in the middle of a program find what opening the edited program finds.</summary>
    [Fact]
    public async Task Edited_programs_have_the_findings_of_opened_ones()
    {
        string[] lines = ["kept = []", "for i in range(50):", "    kept.append('x' * 65_536 + str(i))", "    kept.clear()", "def handle(request):", "    kept.append(request.body * 2)", "x = (", ""];
        await using var server = await TestServer.StartAsync();
        var random = new Random(7);
        var text = string.Join('\n', lines);
        await server.OpenAsync(text);
        for (var version = 2; version < 40; version++)
        {
            var rows = text.Split('\n').ToList();
            var changes = new List<JObject>();
            for (var i = random.Next(1, 7); i > 0; i--)
            {
                var (at, count, inserted) = (random.Next(rows.Count), random.Next(2), lines[random.Next(lines.Length)]);
                changes.Add(TestServer.Edit((at, 0), (at, count * rows[at].Length), inserted + "\n"));
                var rest = rows[at][(count * rows[at].Length)..];
                rows[at] = inserted;
                rows.Insert(at + 1, rest);
            }

            text = string.Join('\n', rows);
            await server.ChangeAsync(version, [.. changes]);
            var edited = await server.Client.DiagnosticsAsync(TestServer.Uri, version);
            await server.OpenAsync(text, version, uri: "file:///home/ada/caf%C3%A9/whole.py");
            var opened = await server.Client.DiagnosticsAsync("file:///home/ada/caf%C3%A9/whole.py", version);

            Describe(edited).ShouldBe(Describe(opened), text);
        }
    }

    [Theory]
    [InlineData("a\r\nb\r\n", 1, 0, 1, 1, "c", "a\r\nc\r\n")]
    [InlineData("a\r\nb", 0, 5, 1, 0, "", "ab")]
    [InlineData("a\rb\nc\r\nd", 2, 0, 3, 1, "x", "a\rb\nx")]
    [InlineData("ab", 0, 1, 0, 99, "x", "ax")]
    [InlineData("ab", 7, 0, 9, 0, "x", "abx")]
    [InlineData("ab", 0, 2, 0, 0, "x", "abx")]
    [InlineData("", 0, 0, 0, 0, "x", "x")]
    [InlineData("a\U0001F40Db", 0, 3, 0, 4, "", "a\U0001F40D")]
    [InlineData("a\U0001F40Db", 0, 2, 0, 4, "", "a")]
    [InlineData("a\nb", -1, -1, 0, 0, "x", "xa\nb")]
    public async Task Ranges_are_moved_into_the_text(string text, int startLine, int start, int endLine, int end, string inserted, string expected)
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync(text);

        await server.ChangeAsync(2, TestServer.Edit((startLine, start), (endLine, end), inserted));
        await server.ChangeAsync(3, TestServer.Edit((0, 0), (0, 0), "LEAK"));

        (await TextOnServerAsync(server)).ShouldBe("LEAK" + expected);
    }

    [Fact]
    public async Task Many_edits_of_a_large_text_are_applied_in_one_go()
    {
        var line = new string('x', 29) + "\n";
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync(string.Concat(Enumerable.Repeat(line, 400_000)));

        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await server.ChangeAsync(2, [.. Enumerable.Range(0, 200).Select(i => TestServer.Edit((i * 1_999, 3), (i * 1_999, 5), "\n"))]);
        await server.HasReadAllAsync();

        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Edits_of_an_older_version_come_too_late()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync("LEAK 1", version: 5);

        await server.ChangeAsync(4, TestServer.Replace("LEAK 4"));

        (await TextOnServerAsync(server)).ShouldBe("LEAK 1");
    }

    [Fact]
    public async Task The_largest_numbers_of_a_client_are_the_end_of_the_text()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync("a\nb");
        var everything = JObject.Parse("""{"range":{"start":{"line":0,"character":0},"end":{"line":4294967295,"character":99999999999999999999}},"text":"LEAK"}""");

        await server.ChangeAsync(2, everything);

        (await TextOnServerAsync(server)).ShouldBe("LEAK");
    }

    [Fact]
    public async Task Opening_twice_takes_the_newer_text()
    {
        await using var server = await TestServer.StartAsync(MarkerAnalysis.Options());
        await server.OpenAsync("LEAK 1");
        await server.OpenAsync("LEAK 2", version: 2);

        (await TextOnServerAsync(server)).ShouldBe("LEAK 2");
    }

    private static string[] Describe(JObject published) => [.. published["diagnostics"]!.Select(one => $"{one["code"]} {one["range"]} {one["message"]}")];

    /// <summary>The stand-in's explanation of the finding at the start is the whole text that was analysed.</summary>
    private static async Task<string> TextOnServerAsync(TestServer server)
    {
        var hover = await server.Client.RequestAsync("textDocument/hover", new JObject { ["textDocument"] = new JObject { ["uri"] = TestServer.Uri }, ["position"] = TestServer.Place(0, 1) });
        var shown = hover["result"]!["contents"]!["value"]!.ToString();
        var start = shown.IndexOf(MarkerAnalysis.TextStart, StringComparison.Ordinal) + MarkerAnalysis.TextStart.Length;
        return shown[start..shown.IndexOf(MarkerAnalysis.TextEnd, StringComparison.Ordinal)];
    }
}
