using System.Globalization;
using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.TextDocument.Hover;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Lsp.Workspace.TextDocumentContent;

/// <summary>The Markdown of a finding as a document of its own: the path of the leak with the lines of code along it.</summary>
internal sealed class ContentWriter(IRuleDocumentation documentation)
{
    private readonly HoverText _hover = new(documentation);

    public string WriteLeakPath(Document document, AnalysisResult result, Finding finding, SessionSnapshot snapshot)
    {
        var text = new StringBuilder("# ");
        MarkdownEscape.Append(text, finding.Message);
        text.Append("\n\n");
        AppendPlace(text, NameOf(document, snapshot), document, result.Tree.Text, finding.Span);
        var number = 0;
        foreach (var place in finding.Related)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {++number}. ");
            MarkdownEscape.Append(text, place.Message);
            text.Append("\n\n");
            AppendPlace(text, NameOf(document, snapshot), document, result.Tree.Text, place.Span);
        }

        // Without links: a preview follows none to files, and somebody else has other folders.
        var explanation = new StringBuilder();
        _hover.Append(explanation, finding with { Related = [] }, places: null, []);
        return text.Append(explanation).ToString();
    }

    /// <summary>The path in the folder that is open; what is no file goes by the end of its address.</summary>
    private static string NameOf(Document document, SessionSnapshot snapshot)
    {
        var root = snapshot.Configurations.RootOf(document.Path);
        return document.Path is not { } path ? document.Uri[(document.Uri.LastIndexOf('/') + 1)..]
            : root.IsWindow ? Path.GetFileName(path)
            : DisplayPath.From(path, root.Path);
    }

    /// <summary>The line, as code that cannot end its own block.</summary>
    private static void AppendPlace(StringBuilder text, string name, Document document, SourceText source, TextSpan span)
    {
        var line = source.Lines.GetLine(span.Start);
        var written = source.Text[source.Lines.GetStart(line)..source.Lines.GetEnd(line)].Trim();
        var fence = written.Contains("```", StringComparison.Ordinal) ? new string('`', written.Length + 1) : "```";
        text.Append("**");
        MarkdownEscape.Append(text, name);
        text.Append(CultureInfo.InvariantCulture, $"**, line {document.Locate(span, ColumnUnit.Utf16).Range.Start.Line + 1}\n\n{fence}python\n{written}\n{fence}\n\n");
    }
}
