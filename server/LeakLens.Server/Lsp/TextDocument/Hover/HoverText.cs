using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Server.Lsp.Documentation;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>The Markdown of a hover: what was found, how the number came to be, and what the rule is about.</summary>
internal sealed class HoverText(IRuleDocumentation documentation)
{
    public string Render(ImmutableArray<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append(text.Length > 0 ? "\n---\n\n" : "");
            Append(text, finding);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, Finding finding)
    {
        text.Append(CultureInfo.InvariantCulture, $"**{finding.Rule.Id} {finding.Rule.Name}**: ");
        MarkdownEscape.Append(text, finding.Message);
        text.Append("\n\n");
        foreach (var line in finding.Explanation)
        {
            text.Append("- ").Append(line).Append('\n');
        }

        if (finding.Estimate is { } estimate)
        {
            AppendBytes(text, estimate);
        }

        if (finding.Advice is { } advice)
        {
            text.Append("\n**Instead**: ");
            MarkdownEscape.Append(text, advice);
            text.Append('\n');
        }

        text.Append('\n').Append(documentation.GetSummary(finding.Rule)).Append('\n');
    }

    /// <summary>The numbers to the byte: what the sentences round.</summary>
    private static void AppendBytes(StringBuilder text, Estimate estimate)
    {
        var parts = new List<string>();
        Add("at most", estimate.PeakBytes);
        Add("still held afterwards", estimate.RetainedBytes);
        Add("for each trip", estimate.BytesPerTrip);
        if (parts.Count > 0)
        {
            text.Append("- In bytes: ").AppendJoin(", ", parts).Append('\n');
        }

        void Add(string meaning, long? bytes)
        {
            if (bytes is not null)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} {meaning}"));
            }
        }
    }
}
