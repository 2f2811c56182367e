using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Fixes;

/// <summary>Edits of one text that are made at once: what they give, and where the old places are in it.</summary>
public sealed class TextChange
{
    private readonly ImmutableArray<TextEdit> _edits;

    private TextChange(SourceText text, ImmutableArray<TextEdit> edits)
    {
        _edits = edits;
        Text = SourceText.From(Apply(text.Text, edits));
    }

    /// <summary>The text with all edits made.</summary>
    public SourceText Text { get; }

    /// <summary>Null when edits overlap, or lie outside of the text.</summary>
    public static TextChange? Of(SourceText text, ImmutableArray<TextEdit> edits)
    {
        var end = 0;
        foreach (var edit in edits)
        {
            if (edit.Span.Start < end || edit.Span.End > text.Length)
            {
                return null;
            }

            end = edit.Span.End;
        }

        return new TextChange(text, edits);
    }

    /// <summary>Where what stood at an offset stands now; for what an edit replaced, the stretch of the replacement.</summary>
    public TextSpan Map(int offset)
    {
        var shift = 0;
        foreach (var edit in _edits)
        {
            if (edit.Span.Start > offset)
            {
                break;
            }

            if (offset < edit.Span.End)
            {
                return new TextSpan(edit.Span.Start + shift, edit.NewText.Length);
            }

            shift += edit.NewText.Length - edit.Span.Length;
        }

        return new TextSpan(offset + shift, 0);
    }

    private static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        var changed = new StringBuilder(text.Length + 64);
        var done = 0;
        foreach (var edit in edits)
        {
            changed.Append(text, done, edit.Span.Start - done).Append(edit.NewText);
            done = edit.Span.End;
        }

        return changed.Append(text, done, text.Length - done).ToString();
    }
}
