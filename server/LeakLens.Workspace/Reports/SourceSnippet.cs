using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Reports;

/// <summary>The lines of source that belong to a finding, with their places underlined, in the manner of rustc.</summary>
internal sealed class SourceSnippet
{
    private readonly TextWriter _output;
    private readonly Palette _palette;
    private readonly SourceText _source;
    private readonly FindingLevel _level;
    private readonly List<SnippetLabel> _labels;

    private SourceSnippet(TextWriter output, Palette palette, SourceText source, Finding finding)
    {
        _output = output;
        _palette = palette;
        _source = source;
        _level = finding.Level;
        _labels = GetLabels(finding);
        var lastLine = source.Lines.GetLine(_labels[^1].Span.Start);
        GutterWidth = (lastLine + 1).ToString().Length;
    }

    /// <summary>Digits of the largest line number that is shown.</summary>
    public int GutterWidth { get; }

    public static SourceSnippet Of(TextWriter output, Palette palette, SourceText source, Finding finding) => new(output, palette, source, finding);

    public void Write()
    {
        WriteGutter("", " |", "");
        var previousLine = -1;
        SnippetLine? shown = null;
        foreach (var label in _labels)
        {
            var line = _source.Lines.GetLine(label.Span.Start);
            if (line != previousLine || shown?.Covers(label.Span.Start) != true)
            {
                WriteBetween(previousLine, line);
                shown = SnippetLine.Render(_source, line, label.Span.Start);
                WriteLine(line, shown);
            }

            WriteUnderline(label, shown);
            previousLine = line;
        }
    }

    /// <summary>Writes one line with a text in the gutter.</summary>
    public void WriteGutter(string number, string rule, string text) =>
        _output.Write(_palette.Gutter(number.PadLeft(GutterWidth) + rule) + text.TrimEnd() + "\n");

    /// <summary>What stands between two marked lines: a single line is shown, more are left out.</summary>
    private void WriteBetween(int previousLine, int line)
    {
        if (previousLine < 0)
        {
            return;
        }

        if (line == previousLine + 2)
        {
            WriteLine(line - 1, SnippetLine.Render(_source, line - 1, _source.Lines.GetStart(line - 1)));
        }
        else if (line > previousLine + 2)
        {
            _output.Write(_palette.Gutter("...") + "\n");
        }
    }

    private void WriteLine(int line, SnippetLine rendered) => WriteGutter((line + 1).ToString(), " | ", rendered.Text);

    private void WriteUnderline(SnippetLabel label, SnippetLine line)
    {
        var (start, length) = line.Locate(label.Span);
        var marks = new string(label.IsPrimary ? '^' : '-', length);
        var text = label.Message.Length > 0 ? $"{marks} {DisplayWidth.Sanitize(label.Message)}" : marks;
        var coloured = label.IsPrimary ? _palette.Level(_level, text) : _palette.Gutter(text);
        WriteGutter("", " | ", new string(' ', start) + coloured);
    }

    private static List<SnippetLabel> GetLabels(Finding finding)
    {
        var labels = new List<SnippetLabel> { new(finding.Span, "", IsPrimary: true) };
        foreach (var place in finding.Related)
        {
            labels.Add(new SnippetLabel(place.Span, place.Message, IsPrimary: false));
        }

        return labels.OrderBy(label => label.Span.Start).ThenBy(label => !label.IsPrimary).ToList();
    }
}
