namespace LeakLens.Workspace.Rules;

/// <summary>A rule's README. The same text feeds the hover, <c>leaklens explain</c> and the help of reports.</summary>
public sealed class RulePage
{
    private const string HeadingPrefix = "## ";

    public RulePage(string markdown)
    {
        Markdown = markdown.ReplaceLineEndings("\n");
    }

    public string Markdown { get; }

    /// <summary>The headings of the second level, in order.</summary>
    public IReadOnlyList<string> GetHeadings()
    {
        var headings = new List<string>();
        foreach (var line in Markdown.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(HeadingPrefix))
            {
                headings.Add(line[HeadingPrefix.Length..].ToString());
            }
        }

        return headings;
    }

    /// <summary>The Markdown below a heading of the second level, up to the next one; empty when there is no such heading.</summary>
    public string GetSection(string heading)
    {
        var title = $"\n{HeadingPrefix}{heading}\n";
        var at = Markdown.IndexOf(title, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        var start = at + title.Length;
        var end = Markdown.IndexOf("\n" + HeadingPrefix, start, StringComparison.Ordinal);
        return Markdown[start..(end < 0 ? Markdown.Length : end)].Trim('\n');
    }
}
