using System.Globalization;
using LeakLens.Engine.Rules;

namespace LeakLens.Server.Lsp.Workspace.TextDocumentContent;

/// <summary>The addresses of documents that the server writes: a rule's page, the path of a leak, what is good to know in a report of a defect.</summary>
internal static class ContentUri
{
    public const string Scheme = "leaklens";
    public const string Rule = "rule";
    public const string LeakPath = "leak-path";
    public const string Payload = "payload";
    public const string Information = "information";

    /// <summary>Two folders may use one id for two rules of their own: theirs say which one is meant.</summary>
    public static string ForRule(RuleDescriptor rule) => $"{Scheme}:/{Rule}/{rule.Id}.md{(rule.Contract is { } contract ? "?" + contract.Identity : "")}";

    /// <param name="offset">Where the finding begins in the analysed text.</param>
    public static string ForLeakPath(string ruleId, string uri, int offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}:/{LeakPath}/{ruleId}.md?{offset}%20{Uri.EscapeDataString(uri)}");

    /// <summary>The code that a place of a document executes, as a document of Python.</summary>
    /// <param name="line">Of that place, 1-based, for the name.</param>
    /// <param name="offset">Where that place begins in the analysed text.</param>
    public static string ForPayload(string uri, int line, int offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}:/{Payload}/decoded-payload-of-line-{line}.py?{offset}%20{Uri.EscapeDataString(uri)}");

    /// <summary>The kind of document, its name without ending, and what stands behind the question mark; null for what is no address of ours.</summary>
    public static (string Kind, string Name, string Query)? Parse(string uri)
    {
        if (!uri.StartsWith(Scheme + ":", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = uri[(Scheme.Length + 1)..];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : Uri.UnescapeDataString(rest[(mark + 1)..]);
        var path = (mark < 0 ? rest : rest[..mark]).TrimStart('/').Split('/');
        return (path[0].Replace(".md", "", StringComparison.Ordinal), path[^1].Replace(".md", "", StringComparison.Ordinal), query);
    }
}
