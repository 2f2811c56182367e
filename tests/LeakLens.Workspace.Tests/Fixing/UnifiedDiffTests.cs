using LeakLens.Python.Text;
using LeakLens.Workspace.Fixing;

namespace LeakLens.Workspace.Tests.Fixing;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_change_stands_between_three_lines_on_each_side() => Check(
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    [Fact]
    public void Changes_far_apart_have_hunks_of_their_own() => Check(
        "a\n1\n2\n3\n4\n5\n6\n7\n8\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\n8\nB\n",
        "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -7,4 +7,4 @@\n 6\n 7\n 8\n-b\n+B\n");

    [Fact]
    public void A_missing_line_end_is_told() => Check("a\nb", "a\nb\nc", "@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n");

    [Fact]
    public void Carriage_returns_are_part_of_the_line() => Check("a\r\nb\r\n", "a\r\n+\r\nb\r\n", "@@ -1,2 +1,3 @@\n a\r\n++\r\n b\r\n");

    [Fact]
    public void An_empty_file_begins_at_no_line() => Check("", "a\n", "@@ -0,0 +1 @@\n+a\n");

    private static void Check(string old, string changed, string expected)
    {
        using var output = new StringWriter { NewLine = "\n" };

        UnifiedDiff.Write(output, "x.py", SourceText.From(old), SourceText.From(changed));

        output.ToString().ShouldBe("--- a/x.py\n+++ b/x.py\n" + expected);
    }
}
