using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LeakLens.Engine.Findings;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>The Markdown of a hover: headline, numbers, how they came to be, and the summary of the rule's page.</summary>
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
        if (finding.Estimate is { } estimate)
        {
            AppendNumbers(text, estimate);
        }

        foreach (var line in finding.Explanation)
        {
            text.Append("- ").Append(line).Append('\n');
        }

        text.Append('\n').Append(documentation.GetSummary(finding.Rule)).Append('\n');
    }

    private static void AppendNumbers(StringBuilder text, Estimate estimate)
    {
        AppendNumber(text, "Held afterwards", estimate.RetainedBytes, " bytes");
        AppendNumber(text, "At most", estimate.PeakBytes, " bytes");
        AppendNumber(text, "Each trip", estimate.BytesPerTrip, " bytes");
        AppendNumber(text, "Trips", estimate.Trips, "");
        if (estimate.Bound == GrowthBound.Unbounded)
        {
            text.Append("- Nothing ends the growth.\n");
        }
    }

    private static void AppendNumber(StringBuilder text, string name, long? number, string unit)
    {
        if (number is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {number:N0}{unit}\n");
        }
    }
}
