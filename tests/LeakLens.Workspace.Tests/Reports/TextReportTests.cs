using LeakLens.Engine.Findings;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;
using static LeakLens.Workspace.Tests.Reports.ReportSample;

namespace LeakLens.Workspace.Tests.Reports;

public sealed class TextReportTests
{
    [Fact]
    public void A_finding_shows_its_line_its_related_places_its_notes_and_its_help()
    {
        var finding = Finding(Service, "sessions[user] = \"x\" * 65_536", related: [("sessions", "created here, lives as long as the module")]) with
        {
            Explanation = ["2,000 trips x 65,630 bytes"],
            Fixes = [new Fix("Keep only the last 1000 items", Applicability.Unsafe, [])],
        };

        Check(Scan(File("app/service.py", Service, finding)), """
            error[LL101]: sessions holds about 125 MiB
             --> app/service.py:6:9
              |
            1 | sessions = {}
              | -------- created here, lives as long as the module
            ...
            6 |         sessions[user] = "x" * 65_536
              |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = note: 2,000 trips x 65,630 bytes
              = help: Keep only the last 1000 items (needs review)
              = help: for more on loop-accumulation, run `leaklens explain LL101`

            Found 1 error in 1 file. Verdict: block.

            """);
    }

    [Fact]
    public void Files_that_were_analysed_only_in_part_are_counted_in_the_last_line()
    {
        var cut = File("a.py", "x = 1\n") with { Text = null, IsPartial = true };

        Check(Scan(cut, cut with { Path = "b.py" }, cut with { Path = "c.py", IsPartial = false }), """
            Nothing found in 3 files.
            2 files analysed only in part: the budget for one file was spent before all code was evaluated.

            """);
    }

    [Fact]
    public void Two_places_on_one_line_share_it()
    {
        const string source = "kept.append(make())\n";

        CheckSnippet(source, Finding(source, "kept.append(make())", related: [("make()", "made here")]), """
              |
            1 | kept.append(make())
              | ^^^^^^^^^^^^^^^^^^^
              |             ------ made here
              |
            """);
    }

    [Fact]
    public void One_line_between_two_places_is_shown()
    {
        const string source = "kept = []\nfor i in range(9):\n    kept.append(i)\n";

        CheckSnippet(source, Finding(source, "kept.append(i)", related: [("[]", "created here")]), """
              |
            1 | kept = []
              |        -- created here
            2 | for i in range(9):
            3 |     kept.append(i)
              |     ^^^^^^^^^^^^^^
              |
            """);
    }

    [Fact]
    public void The_gutter_is_as_wide_as_the_largest_line_number()
    {
        var source = new string('\n', 9) + "x = []\ny = x\n";

        CheckSnippet(source, Finding(source, "y = x", related: [("x = []", "here")]), """
               |
            10 | x = []
               | ------ here
            11 | y = x
               | ^^^^^
               |
            """);
    }

    [Fact]
    public void Carets_stand_below_their_characters_behind_tabs_wide_and_combining_ones()
    {
        const string source = "\tdata[\"日本\"] = e\u0301 + leak()\n";

        CheckSnippet(source, Finding(source, "leak()"), """
              |
            1 |     data["日本"] = é + leak()
              |                        ^^^^^^
              |
            """.Replace("é", "e\u0301", StringComparison.Ordinal));
    }

    [Fact]
    public void A_statement_of_several_lines_shows_the_first()
    {
        const string source = "kept.append({\n    'a': 1,\n})\n";

        CheckSnippet(source, Finding(source, source.TrimEnd()), """
              |
            1 | kept.append({
              | ^^^^^^^^^^^^^
              |
            """);
    }

    [Fact]
    public void A_very_long_line_is_cut_to_what_matters()
    {
        var source = $"data = [{new string('1', 5_000)}] + leak() + [{new string('2', 5_000)}]\n";
        var line = Write(Scan(File("a.py", source, Finding(source, "leak()")))).Split('\n')[3];

        line.ShouldStartWith("1 | ...1111");
        line.ShouldContain("1] + leak() + [2");
        line.ShouldEndWith("2...");
        line.Length.ShouldBeLessThan(180);
    }

    [Fact]
    public void A_very_long_line_is_shown_again_only_for_a_place_that_was_cut_off()
    {
        var source = $"kept = leak() + near() + [{new string('1', 5_000)}] + far()\n";
        var report = Write(Scan(File("a.py", source, Finding(source, "leak()", related: [("near()", "near"), ("far()", "far")]))));

        report.Split('\n').Count(line => line.StartsWith("1 | ", StringComparison.Ordinal)).ShouldBe(2);
        report.ShouldContain("1] + far()\n");
    }

    [Fact]
    public void Text_that_would_steer_the_terminal_is_replaced()
    {
        const string source = "kept.append('\e[2Jgone\u202e')\n";
        var report = Write(Scan(File("a\nb.py", source, Finding(source, "kept", message: "a\e[31mb"))));

        report.ShouldNotContain("\e");
        report.ShouldNotContain("\u202e");
        report.ShouldContain("kept.append('\uFFFD[2Jgone\uFFFD')");
        report.ShouldContain("--> a\uFFFDb.py:1:1");
    }

    [Fact]
    public void Colours_change_nothing_but_colours()
    {
        var report = Scan(File("a.py", Service, Finding(Service, "sessions[user]", related: [("sessions", "here")])));
        var coloured = Write(report, useColor: true);

        coloured.ShouldContain("\e[1;31merror[LL101]\e[0m");
        System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "", default, TimeSpan.FromSeconds(1)).ShouldBe(Write(report));
    }

    [Fact]
    public void The_last_line_counts_by_level()
    {
        var report = Scan(
            File("a.py", Service, Finding(Service, "sessions"), Finding(Service, "load", FindingLevel.Note), Finding(Service, "user", FindingLevel.Note)),
            File("b.py", Service, Finding(Service, "range", FindingLevel.Warning)));

        Write(report).ShouldEndWith("Found 1 error, 1 warning and 2 notes in 2 files. Verdict: block.\n");
        Write(Scan(File("a.py", Service))).ShouldBe("Nothing found in 1 file.\n");
        Write(Scan(FileReport.Failed("a.py", ScanProblemKind.Unreadable, "permission denied"))).ShouldBe("Nothing was analysed.\n");
    }

    private static void CheckSnippet(string source, Finding finding, string expected)
    {
        var lines = Write(Scan(File("a.py", source, finding))).Split('\n');
        string.Join('\n', lines[2..^4]).ShouldBe(expected);
    }

    private static void Check(ScanReport report, string expected) => Write(report).ShouldBe(expected);

    private static string Write(ScanReport report, bool useColor = false)
    {
        var output = new StringWriter { NewLine = "\n" };
        TextReport.Write(output, report, new Palette(useColor));
        return output.ToString();
    }
}
