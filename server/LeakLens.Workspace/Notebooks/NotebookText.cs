using System.Buffers;
using System.Globalization;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Notebooks;

/// <summary>The code of a notebook as one module, and where each of its letters stands in the notebook's file.</summary>
public sealed class NotebookText
{
    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly SourceText _file;

    /// <summary>For each letter of the module, and for its end: the offset in the file.</summary>
    private readonly List<int> _offsets;

    /// <summary>For each cell, of whatever kind, where its code begins in the module; -1 for one without code.</summary>
    private readonly List<int> _starts;

    private NotebookText(SourceText file, SourceText module, List<int> offsets, List<int> starts)
    {
        _file = file;
        Module = module;
        _offsets = offsets;
        _starts = starts;
    }

    /// <summary>What is analysed.</summary>
    public SourceText Module { get; }

    /// <summary>Puts a finding about the module where its code stands in the file, and says in which cell that is. It loses its fixes, which are edits of the module.</summary>
    public Finding ToFile(Finding finding) => finding with
    {
        Span = ToFile(finding.Span),
        Message = $"Cell {PlaceOf(finding.Span.Start)}: {finding.Message}",
        Related = [.. finding.Related.Select(place => place with { Span = ToFile(place.Span), Message = $"{place.Message} (cell {PlaceOf(place.Span.Start)})" })],
        Suppression = finding.Suppression is { Comment: { } comment } suppression ? suppression with { Comment = ToFile(comment) } : finding.Suppression,
        Fixes = [],
    };

    public TextSpan ToFile(TextSpan span)
    {
        var start = _offsets[Math.Min(span.Start, Module.Length)];
        if (span.Length == 0)
        {
            return new TextSpan(start, 0);
        }

        var last = _offsets[Math.Min(span.End, Module.Length + 1) - 1];
        return TextSpan.FromBounds(start, Math.Min(_file.Length, last + WidthAt(_file.Text, last)));
    }

    /// <summary>The number of the cell, as people count them, and of the line in it: <c>3, line 2</c>.</summary>
    private string PlaceOf(int offset)
    {
        var cell = _starts.FindLastIndex(start => start >= 0 && start <= offset);
        var lines = Module.Lines;
        return cell < 0 ? "1, line 1" : string.Create(CultureInfo.InvariantCulture, $"{cell + 1}, line {lines.GetLine(offset) - lines.GetLine(_starts[cell]) + 1}");
    }

    /// <param name="cells">For each cell the strings, as they are written, that its code is made of.</param>
    internal static NotebookText Join(SourceText file, List<List<TextSpan>> cells)
    {
        var module = new StringBuilder();
        var offsets = new List<int>();
        var starts = new List<int>(cells.Count);
        var cell = new StringBuilder();
        foreach (var lines in cells)
        {
            starts.Add(lines.Count > 0 ? module.Length : -1);
            cell.Clear();
            foreach (var line in lines)
            {
                Decode(file.Text, line, cell, offsets);
            }

            if (lines.Count > 0)
            {
                NotebookModule.AddCell(module, cell.ToString());
                offsets.Add(lines[^1].End);
            }
        }

        offsets.Add(offsets.Count == 0 ? 0 : offsets[^1]);
        return new NotebookText(file, SourceText.From(module.ToString()), offsets, starts);
    }

    private static void Decode(string text, TextSpan line, StringBuilder cell, List<int> offsets)
    {
        for (var i = line.Start; i < line.End; i += WidthAt(text, i))
        {
            cell.Append(LetterAt(text, i));
            offsets.Add(i);
        }
    }

    private static char LetterAt(string text, int at) => text[at] != '\\' ? text[at] : text[at + 1] switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        'u' when WidthAt(text, at) == 6 => (char)int.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        var other => other,
    };

    /// <summary>How many letters of the file one letter of the module takes.</summary>
    private static int WidthAt(string text, int at)
    {
        if (at >= text.Length || text[at] != '\\')
        {
            return 1;
        }

        var isNumber = at + 5 < text.Length && text[at + 1] == 'u' && !text.AsSpan(at + 2, 4).ContainsAnyExcept(HexadecimalDigits);
        return isNumber ? 6 : 2;
    }
}
