using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>
/// The Markdown of a hover. The editor shows a finding's message above it already, so this says what the message does not: how the
/// number came to be, to the byte, who holds the memory, what leads there, what to write instead.
/// </summary>
internal sealed class HoverText(IRuleDocumentation documentation)
{
    /// <param name="places">Where the finding's places are; null to write no links.</param>
    /// <param name="fixes">Those that are proved by now.</param>
    public void Append(StringBuilder text, Finding finding, ITextPlaces? places, ImmutableArray<Fix> fixes)
    {
        text.Append(text.Length > 0 ? "\n---\n\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"**{finding.Rule.Id} {finding.Rule.Name}**");
        if (finding.Estimate is { } estimate)
        {
            AppendEstimate(text, estimate);
        }

        text.Append("\n\n");
        foreach (var line in finding.Explanation)
        {
            text.Append("- ").Append(line).Append('\n');
        }

        AppendChain(text, finding, places);
        AppendAdvice(text, finding, fixes);
        AppendRule(text, finding.Rule, places is not null);
    }

    /// <summary>What a rule is about, where its name stands.</summary>
    public string Render(RuleDescriptor rule, bool withLinks)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"**{rule.Id} {rule.Name}**\n");
        AppendRule(text, rule, withLinks);
        return text.ToString();
    }

    /// <summary>The number, and what it is made of.</summary>
    private static void AppendEstimate(StringBuilder text, Estimate estimate)
    {
        var bytes = estimate.RetainedBytes is > 0 ? estimate.RetainedBytes : estimate.PeakBytes;
        if (bytes is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $": {bytes:N0} bytes");
        }

        if (estimate is { BytesPerTrip: { } each, Trips: { } trips })
        {
            text.Append(CultureInfo.InvariantCulture, $" ({trips:N0} trips x {each:N0} bytes)");
        }
        else if (estimate.BytesPerTrip is { } perTrip)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(bytes is null ? ":" : ",")} {perTrip:N0} bytes each time");
        }

        text.Append(Until(estimate));
        if (estimate.PeakBytes is { } peak && bytes is not null && peak != bytes)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({peak:N0} at most)");
        }
    }

    private static string Until(Estimate estimate) => estimate.Lifetime switch
    {
        Lifetime.Function => ", until the function returns",
        Lifetime.Caller => ", until the caller lets go of it",
        Lifetime.Closure => ", as long as the closure is held",
        Lifetime.Instance => ", as long as the instance lives",
        Lifetime.Class => ", as long as the class lives",
        Lifetime.Module or Lifetime.Process => ", until the program ends",
        _ => "",
    };

    /// <summary>The steps that lead there, in the order in which the editor numbers them.</summary>
    private static void AppendChain(StringBuilder text, Finding finding, ITextPlaces? places)
    {
        var number = 0;
        foreach (var place in finding.Related)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(number == 0 ? "\n" : "")}{++number}. ");
            MarkdownEscape.Append(text, place.Message);
            if (places is not null && MarkdownLink.To(places.Locate(place.Span, ColumnUnit.Utf16)) is { } link)
            {
                text.Append(": ").Append(link);
            }

            text.Append('\n');
        }
    }

    private static void AppendAdvice(StringBuilder text, Finding finding, ImmutableArray<Fix> fixes)
    {
        if (finding.Advice is { } advice)
        {
            text.Append("\n**Instead**: ");
            MarkdownEscape.Append(text, advice);
            text.Append('\n');
        }

        foreach (var fix in fixes)
        {
            text.Append(fix.Applicability is Applicability.Safe ? "\n**Quick fix, safe**: " : "\n**Quick fix, to be reviewed**: ");
            MarkdownEscape.Append(text, fix.Review is { } review ? $"{fix.Title} ({review})" : fix.Title);
            text.Append('\n');
        }
    }

    private void AppendRule(StringBuilder text, RuleDescriptor rule, bool withLinks)
    {
        text.Append('\n').Append(documentation.GetSummary(rule)).Append('\n');
        if (withLinks && documentation.FindPageUri(rule) is { } page)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[All about {rule.Id}]({MarkdownLink.Escape(page)})\n");
        }
    }
}
