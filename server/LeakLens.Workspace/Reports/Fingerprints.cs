using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Hashing;

namespace LeakLens.Workspace.Reports;

/// <summary>
/// Names for findings that stay what they are when lines move: from the rule, the file and the text of the line, and, where that is
/// not enough, which of several alike it is. One instance numbers the findings of one report, in its order.
/// </summary>
internal sealed class Fingerprints
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Sixteen bytes in hexadecimal.</summary>
    public string Of(string path, SourceText text, Finding finding)
    {
        var line = text.Lines.GetLine(finding.Span.Start);
        var start = text.Lines.GetStart(line);
        var end = line + 1 < text.Lines.Count ? text.Lines.GetStart(line + 1) : text.Length;
        var what = $"{finding.Rule.Id}\n{path}\n{Squeeze(text.Text.AsSpan(start, end - start))}";
        var number = _seen[what] = _seen.GetValueOrDefault(what) + 1;
        var hash = Sha256.Of($"{what}\n{number}");
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    /// <summary>Without its spaces: a change of the indentation is none of the code.</summary>
    private static string Squeeze(ReadOnlySpan<char> line)
    {
        var squeezed = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (!char.IsWhiteSpace(character))
            {
                squeezed.Append(character);
            }
        }

        return squeezed.ToString();
    }
}
