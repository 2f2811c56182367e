using System.Text;
using System.Text.RegularExpressions;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>docs/known-wrong-answers.md: the examples whose names begin with FP_ (told, and harmless) or FN_ (silent, and not harmless), with the comment that says why.</summary>
internal static class KnownWrongAnswers
{
    private static readonly Regex Definition = new(@"^\s*(?:async )?(?:def|class) (?<kind>FP|FN)_(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static string Print(RuleCatalogue catalogue)
    {
        var text = new StringBuilder();
        text.Append("# Known wrong answers\n\n");
        text.Append("Written by a test from the rules' examples (`LEAKLENS_UPDATE_BASELINES=1 npm test`). Each of these is run by every test: one that becomes right fails it,\n");
        text.Append("and goes from this list. *Missed*: it grows, and nothing is said. *False*: it is told, and does no harm.\n\n");
        text.Append("| Rule | Example | Kind | Why |\n|---|---|---|---|\n");
        foreach (var rule in catalogue.Rules.Where(static rule => rule.Family is not "deployment"))
        {
            var path = $"rules/{rule.Id}-{rule.Name}/bad.py";
            Append(text, rule.Id, path, File.ReadAllLines(RepositoryFolder.Combine(path.Split('/'))));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string rule, string path, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Definition.Match(lines[i]) is { Success: true } match)
            {
                var kind = match.Groups["kind"].Value is "FN" ? "missed" : "false";
                text.Append($"| {rule} | [`{match.Groups["kind"].Value}_{match.Groups["name"].Value}`](../{path}#L{i + 1}) | {kind} | {CommentAt(lines, i)} |\n");
            }
        }
    }

    /// <summary>The comment lines right below the definition, or right above it.</summary>
    private static string CommentAt(string[] lines, int definition)
    {
        var below = lines.Skip(definition + 1).Select(static line => line.Trim()).TakeWhile(static line => line.StartsWith('#')).ToArray();
        var above = lines.Take(definition).Reverse().Select(static line => line.Trim()).TakeWhile(static line => line.StartsWith('#')).Reverse().ToArray();
        return string.Join(' ', (below.Length > 0 ? below : above).Select(static line => line.TrimStart('#').Trim()));
    }
}
