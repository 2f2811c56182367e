using LeakLens.Engine.Rules;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>The name of a rule at a place: in a suppression, or in a configuration file.</summary>
internal static class RuleNameFinder
{
    private const string SharedFile = "pyproject.toml";

    public static (RuleDescriptor Rule, TextSpan Span)? InComment(SourceText text, ReadOnlySpan<TextSpan> comments, int offset, RuleCatalogue catalogue)
    {
        foreach (var comment in comments)
        {
            if (offset >= comment.Start && offset <= comment.End)
            {
                var written = text.Text.AsSpan(comment.Start, comment.Length);
                return IsAddressedToUs(written) ? At(text, offset, catalogue) : null;
            }
        }

        return null;
    }

    public static (RuleDescriptor Rule, TextSpan Span)? InConfiguration(string path, SourceText text, int offset, RuleCatalogue catalogue) =>
        !path.EndsWith(SharedFile, StringComparison.Ordinal) || IsInOwnTable(text, offset) ? At(text, offset, catalogue) : null;

    private static bool IsAddressedToUs(ReadOnlySpan<char> comment) =>
        comment.Contains("leaklens:", StringComparison.OrdinalIgnoreCase) || comment.Contains("noqa:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The nearest header above is that of our table, or of one in it.</summary>
    private static bool IsInOwnTable(SourceText text, int offset)
    {
        for (var line = text.Lines.GetLine(offset); line >= 0; line--)
        {
            var written = text.Text.AsSpan(text.Lines.GetStart(line), text.Lines.GetEnd(line) - text.Lines.GetStart(line)).TrimStart();
            if (written.StartsWith("["))
            {
                return written.Contains("tool.leaklens", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static (RuleDescriptor Rule, TextSpan Span)? At(SourceText text, int offset, RuleCatalogue catalogue)
    {
        var (start, end) = (offset, offset);
        while (start > 0 && IsInName(text.Text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsInName(text.Text[end]))
        {
            end++;
        }

        return catalogue.Find(text.Text[start..end]) is { } rule ? (rule, TextSpan.FromBounds(start, end)) : null;
    }

    private static bool IsInName(char character) => char.IsAsciiLetterOrDigit(character) || character is '-';
}
