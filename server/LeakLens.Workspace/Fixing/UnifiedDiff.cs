using LeakLens.Python.Text;

namespace LeakLens.Workspace.Fixing;

/// <summary>What patch and git read: <c>---</c>, <c>+++</c>, and hunks with three lines around each change.</summary>
public static class UnifiedDiff
{
    private const int Around = 3;
    private const string NoNewline = "\\ No newline at end of file\n";

    /// <param name="path">As reports call the file.</param>
    public static void Write(TextWriter output, string path, SourceText old, SourceText changed)
    {
        var lines = LineDifference.Find(LinesOf(old), LinesOf(changed));
        output.Write($"--- a/{path}\n+++ b/{path}\n");
        for (var at = NextChange(lines, 0); at < lines.Count;)
        {
            var start = Math.Max(0, at - Around);
            var end = EndOfHunk(lines, at);
            WriteHunk(output, lines, start, end);
            at = NextChange(lines, end);
        }
    }

    private static int NextChange(List<(char Kind, string Line)> lines, int from)
    {
        var at = lines.FindIndex(from, static line => line.Kind is not ' ');
        return at < 0 ? lines.Count : at;
    }

    /// <summary>Changes with few lines between them share a hunk.</summary>
    private static int EndOfHunk(List<(char Kind, string Line)> lines, int change)
    {
        var last = change;
        for (var at = change; at < lines.Count && at <= last + (2 * Around); at++)
        {
            last = lines[at].Kind is ' ' ? last : at;
        }

        return Math.Min(lines.Count, last + Around + 1);
    }

    private static void WriteHunk(TextWriter output, List<(char Kind, string Line)> lines, int start, int end)
    {
        var (oldStart, newStart) = (lines.Take(start).Count(static line => line.Kind is not '+'), lines.Take(start).Count(static line => line.Kind is not '-'));
        var (oldCount, newCount) = (lines.Skip(start).Take(end - start).Count(static line => line.Kind is not '+'), lines.Skip(start).Take(end - start).Count(static line => line.Kind is not '-'));
        output.Write($"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        foreach (var (kind, line) in lines[start..end])
        {
            output.Write(kind);
            output.Write(line);
            if (!line.EndsWith('\n'))
            {
                output.Write(line.EndsWith('\r') ? "\n" : "\n" + NoNewline);
            }
        }
    }

    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    /// <summary>With their line ends, so that a change of these is one, too.</summary>
    private static List<string> LinesOf(SourceText text)
    {
        var lines = new List<string>();
        for (var line = 0; line < text.Lines.Count; line++)
        {
            var end = line + 1 < text.Lines.Count ? text.Lines.GetStart(line + 1) : text.Length;
            if (end > text.Lines.GetStart(line))
            {
                lines.Add(text.Text[text.Lines.GetStart(line)..end]);
            }
        }

        return lines;
    }
}
