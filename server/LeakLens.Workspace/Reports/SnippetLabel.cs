using LeakLens.Python.Text;

namespace LeakLens.Workspace.Reports;

/// <summary>A marked place in a snippet.</summary>
/// <param name="IsPrimary">Underlined with carets rather than hyphens.</param>
internal sealed record SnippetLabel(TextSpan Span, string Message, bool IsPrimary);
