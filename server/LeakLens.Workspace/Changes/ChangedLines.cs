using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Fixing;

namespace LeakLens.Workspace.Changes;

/// <summary>Which lines of a text are not as they were. Where something was taken out, the lines around the gap count.</summary>
public sealed class ChangedLines
{
    private readonly HashSet<int>? _lines;

    private ChangedLines(HashSet<int>? lines)
    {
        _lines = lines;
    }

    /// <summary>Of a text that was not there before.</summary>
    public static ChangedLines All { get; } = new(lines: null);

    public static ChangedLines None { get; } = new([]);

    /// <summary>How lines end does not count: git may keep other ends than it hands out.</summary>
    public static ChangedLines Between(SourceText old, SourceText current)
    {
        var lines = new HashSet<int>();
        var (line, isGap) = (0, false);
        foreach (var (kind, _) in LineDifference.Find(Split(old), Split(current)).Append((' ', "")))
        {
            if (kind == '-')
            {
                isGap = true;
                continue;
            }

            if (kind == '+')
            {
                lines.Add(line);
            }
            else if (isGap && !lines.Contains(line - 1))
            {
                lines.Add(line - 1);
                lines.Add(line);
            }

            isGap = kind == '+' && isGap;
            line++;
        }

        return new ChangedLines(lines);
    }

    /// <summary>Whether the finding, or any place that explains it, lies on such a line.</summary>
    public bool Touch(SourceText text, Finding finding) =>
        _lines is null || Touch(text, finding.Span) || finding.Related.Any(place => Touch(text, place.Span));

    private bool Touch(SourceText text, TextSpan span)
    {
        var last = text.Lines.GetLine(span.End);
        for (var line = text.Lines.GetLine(span.Start); line <= last; line++)
        {
            if (_lines?.Contains(line) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lines that a text's own index counts, without their ends.</summary>
    private static string[] Split(SourceText text)
    {
        var lines = new string[text.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var start = text.Lines.GetStart(i);
            var end = i + 1 < lines.Length ? text.Lines.GetStart(i + 1) : text.Length;
            lines[i] = text.Text.AsSpan(start, end - start).TrimEnd("\r\n").ToString();
        }

        return lines;
    }
}
