using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Workspace.Fixing;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>All fixes of a document, as <c>leaklens fix</c> would make them, told as changes of lines: the cursor and the folds of the others stay.</summary>
internal static class FixAll
{
    /// <param name="ruleId">Fixes of one rule; null for all rules.</param>
    public static Protocol.WorkspaceEdit? Find(Document document, AnalysisResult result, string? ruleId, bool includeUnsafe, SessionSnapshot snapshot, CancellationToken token)
    {
        var configuration = snapshot.Configurations.For(document.Path);
        var isUnsafe = includeUnsafe || configuration.UnsafeFixes.Value;
        var changed = FixRounds.Apply(result, document.Options.Value, IsWanted, isUnsafe, token);
        return changed.Applied.IsEmpty ? null : EditWriter.Write(document, Difference(result.Tree.Text, changed.Result.Tree.Text), snapshot.Client);

        bool IsWanted(Finding finding) =>
            (ruleId is null || string.Equals(finding.Rule.Id, ruleId, StringComparison.Ordinal)) && configuration.IsFixable(finding.Rule.Id);
    }

    private static ImmutableArray<TextEdit> Difference(SourceText before, SourceText after)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var (start, end) = (0, 0);
        var added = new StringBuilder();
        foreach (var (kind, line) in LineDifference.Find(LinesOf(before), LinesOf(after)))
        {
            if (kind == '+')
            {
                added.Append(line);
                continue;
            }

            if (kind == '-')
            {
                end += line.Length;
                continue;
            }

            Flush();
            (start, end) = (end + line.Length, end + line.Length);
        }

        Flush();
        return edits.ToImmutable();

        void Flush()
        {
            if (end > start || added.Length > 0)
            {
                edits.Add(new TextEdit(TextSpan.FromBounds(start, end), added.ToString()));
                added.Clear();
            }
        }
    }

    private static List<string> LinesOf(SourceText text)
    {
        var lines = new List<string>(text.Lines.Count);
        for (var i = 0; i < text.Lines.Count; i++)
        {
            lines.Add(text.Text[text.Lines.GetStart(i)..(i + 1 < text.Lines.Count ? text.Lines.GetStart(i + 1) : text.Length)]);
        }

        return lines;
    }
}
