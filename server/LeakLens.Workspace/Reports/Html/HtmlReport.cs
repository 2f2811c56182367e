using System.Reflection;
using LeakLens.Workspace.Hashing;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports.Html;

/// <summary>
/// One page for people, with everything in it: no network, no other file, light and dark. What it shows comes from the analysed code,
/// which may be anybody's; the page's script puts all of it in as text, and a policy forbids every script and style but its own.
/// </summary>
public static class HtmlReport
{
    /// <param name="version">The version of LeakLens that did the scan.</param>
    /// <param name="withSource">Whether the lines of the findings are shown.</param>
    public static void Write(TextWriter output, ScanReport report, string version, bool withSource = true)
    {
        var (style, script) = (Read("report.css"), Read("report.js"));
        foreach (var piece in Read("report.html").Split("{{"))
        {
            var end = piece.IndexOf("}}", StringComparison.Ordinal);
            if (end < 0)
            {
                output.Write(piece);
                continue;
            }

            Fill(piece[..end]);
            output.Write(piece.AsSpan(end + 2));
        }

        void Fill(string name)
        {
            switch (name)
            {
                case "style":
                    output.Write(style);
                    break;
                case "script":
                    output.Write(script);
                    break;
                case "style-hash":
                    output.Write(HashOf(style));
                    break;
                case "script-hash":
                    output.Write(HashOf(script));
                    break;
                case "data":
                    HtmlReportData.Write(output, report, version, withSource);
                    break;
                default:
                    throw new FormatException($"report.html has a field '{name}' that nothing fills.");
            }
        }
    }

    /// <summary>As a content security policy names a script or style that may run.</summary>
    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(Sha256.Of(text))}'";

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("html/" + file) ?? throw new InvalidOperationException($"Resource html/{file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
