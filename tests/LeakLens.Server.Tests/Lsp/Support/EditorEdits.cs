using LeakLens.Python.Text;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>What an editor does with a workspace edit.</summary>
internal static class EditorEdits
{
    private const string PlaceholderStart = "${1:";

    /// <summary>The text of a document after the edit; a place to fill in keeps what is suggested.</summary>
    public static string Apply(string text, JToken workspaceEdit, string uri = TestServer.Uri)
    {
        var source = SourceText.From(text);
        var edits = EditsOf(workspaceEdit, uri)
            .Select(edit => (Start: Offset(source, edit["range"]!["start"]!), End: Offset(source, edit["range"]!["end"]!), Text: TextOf(edit)))
            .OrderByDescending(edit => edit.Start);
        return edits.Aggregate(text, (current, edit) => current[..edit.Start] + edit.Text + current[edit.End..]);
    }

    private static IEnumerable<JToken> EditsOf(JToken workspaceEdit, string uri) => workspaceEdit["documentChanges"] is JArray documents
        ? documents.Where(document => (string?)document["textDocument"]?["uri"] == uri).SelectMany(document => document["edits"]!)
        : workspaceEdit["changes"]?[uri] ?? new JArray();

    private static int Offset(SourceText text, JToken place) => text.GetOffset(new TextPosition((int)place["line"]!, (int)place["character"]!), ColumnUnit.Utf16);

    private static string TextOf(JToken edit)
    {
        if (edit["newText"] is { } text)
        {
            return (string)text!;
        }

        var snippet = (string)edit["snippet"]!["value"]!;
        var start = snippet.IndexOf(PlaceholderStart, StringComparison.Ordinal);
        var end = snippet.IndexOf('}', start);
        return snippet[..start] + snippet[(start + PlaceholderStart.Length)..end] + snippet[(end + 1)..];
    }
}
