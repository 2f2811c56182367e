using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>Applies fixes one after the other, each to the text that the ones before it left, and gives the difference as one edit.</summary>
internal sealed class FixAll(Func<SourceText, AnalysisOptions, CancellationToken, AnalysisResult> analyze)
{
    /// <summary>Nobody looks through more changes at once.</summary>
    private const int MostFixes = 100;

    /// <param name="ruleId">Fixes of one rule; null for all rules.</param>
    /// <returns>Null when nothing could be fixed.</returns>
    public WorkspaceEdit? Find(Document document, AnalysisResult result, string? ruleId, bool includeUnsafe, ClientFeatures client, CancellationToken token)
    {
        var original = result.Tree.Text;
        var (at, done) = (0, 0);
        while (at < result.Findings.Length && done < MostFixes)
        {
            var finding = result.Findings[at];
            if (!IsMeant(finding, ruleId) || FindFix(result, finding, document, includeUnsafe, token) is not { } change)
            {
                at++;
                continue;
            }

            done++;
            result = analyze(change.Text, document.Options.Value, token);
        }

        return done == 0 ? null : EditWriter.Write(document, [Difference(original.Text, result.Tree.Text.Text)], client);
    }

    private static bool IsMeant(Finding finding, string? ruleId) => ruleId is null || string.Equals(finding.Rule.Id, ruleId, StringComparison.Ordinal);

    private static TextChange? FindFix(AnalysisResult result, Finding finding, Document document, bool includeUnsafe, CancellationToken token)
    {
        var fixes = FixFinder.Find(result, document.Options.Value, finding, token);
        var fix = fixes.FirstOrDefault(fix => includeUnsafe || fix.Applicability is Applicability.Safe);
        return fix is null ? null : TextChange.Of(result.Tree.Text, fix.Edits);
    }

    private static Engine.Findings.TextEdit Difference(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return new Engine.Findings.TextEdit(TextSpan.FromBounds(start, before.Length - end), after[start..(after.Length - end)]);
    }
}
