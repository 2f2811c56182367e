using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>string.Template</c> with known texts (Lib/string.py).</summary>
internal static class TemplateText
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("string.Template", static call => call.Count == 1 && call.TextAt(0, "template") is { } text ? new KnownTemplate(text) : null),
        ("string.Template.substitute", static call => Substitute(call, isSafe: false)),
        ("string.Template.safe_substitute", static call => Substitute(call, isSafe: true)),
    ];

    private static object? Substitute(KnownCall call, bool isSafe)
    {
        if (call.Self is not KnownTemplate { Text: var text } || call.Positional.Count > 1 || (call.Positional.Count == 1 && call.At(0) is not KnownDict))
        {
            return null;
        }

        var into = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '$')
            {
                into.Append(text[at++]);
                continue;
            }

            var isBraced = at + 1 < text.Length && text[at + 1] == '{';
            var start = at + (isBraced ? 2 : 1);
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) ? end > start || !char.IsAsciiDigit(text[end]) : text[end] == '_'))
            {
                end++;
            }

            if (start < text.Length && text[start] == '$' && !isBraced)
            {
                into.Append('$');
                at += 2;
                continue;
            }

            if (end == start || (isBraced && (end >= text.Length || text[end] != '}')))
            {
                return null;
            }

            var value = Find(call, text[start..end]);
            var next = end + (isBraced ? 1 : 0);
            if (value is null && !isSafe)
            {
                return new KnownError("KeyError", text[start..end]);
            }

            if ((value is null ? text[at..next] : Representation.Str(value)) is not { } part || into.Length > KnownLimits.LongestText)
            {
                return null;
            }

            into.Append(part);
            at = next;
        }

        return into.ToString();
    }

    private static object? Find(KnownCall call, string name)
    {
        foreach (var (given, value) in call.Named)
        {
            if (string.Equals(given, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return (call.At(0) as KnownDict)?.Find(name);
    }

    private sealed record KnownTemplate(string Text) : KnownObject
    {
        public override string Type => "string.Template";

        public override IReadOnlyList<(string Name, object Value)> Holds => [("template", Text)];
    }
}
