using System.Globalization;
using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.TextDocument.Hover;

namespace LeakLens.Server.Lsp.Workspace.TextDocumentContent;

/// <summary>The Markdown of a finding as a document of its own: the path of the leak with the lines of code along it.</summary>
internal sealed class ContentWriter(IRuleDocumentation documentation)
{
    private readonly HoverText _hover = new(documentation);

    public string WriteLeakPath(Document document, AnalysisResult result, Finding finding)
    {
        var text = new StringBuilder("# ");
        MarkdownEscape.Append(text, finding.Message);
        text.Append("\n\n");
        AppendPlace(text, document, result.Tree.Text, finding.Span);
        var number = 0;
        foreach (var place in finding.Related)
        {
            text.Append(CultureInfo.InvariantCulture, $"{++number}. ");
            MarkdownEscape.Append(text, place.Message);
            text.Append("\n\n");
            AppendPlace(text, document, result.Tree.Text, place.Span);
        }

        var explanation = new StringBuilder();
        _hover.Append(explanation, finding with { Related = [] }, document, []);
        return text.Append(explanation).ToString();
    }

    /// <summary>The line, as code that cannot end its own block.</summary>
    private static void AppendPlace(StringBuilder text, Document document, SourceText source, TextSpan span)
    {
        var line = source.Lines.GetLine(span.Start);
        var written = source.Text[source.Lines.GetStart(line)..source.Lines.GetEnd(line)].Trim();
        var fence = written.Contains("```", StringComparison.Ordinal) ? new string('`', written.Length + 1) : "```";
        text.Append(CultureInfo.InvariantCulture, $"{MarkdownLink.To(document.Locate(span, ColumnUnit.Utf16))}:\n\n{fence}python\n{written}\n{fence}\n\n");
    }
}
