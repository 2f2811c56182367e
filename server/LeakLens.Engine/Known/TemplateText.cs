using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>A <c>string.Template</c>, and what it makes of a mapping (Lib/string.py).</summary>
internal sealed record TemplateText(string Text) : KnownObject
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("string.Template", static call => call.TextAt(0, "template") is { } text ? new TemplateText(text) : null),
        ("string.Template.substitute", static call => call.Self is TemplateText template ? template.Fill(call, isSafe: false) : null),
        ("string.Template.safe_substitute", static call => call.Self is TemplateText template ? template.Fill(call, isSafe: true) : null),
    ];

    public override string Type => "string.Template";

    public override IReadOnlyList<(string Name, object Value)> Holds => [("template", Text)];

    private object? Fill(KnownCall call, bool isSafe)
    {
        var into = new StringBuilder();
        for (var at = 0; at < Text.Length;)
        {
            var dollar = Text.IndexOf('$', at);
            if (dollar < 0)
            {
                into.Append(Text, at, Text.Length - at);
                break;
            }

            into.Append(Text, at, dollar - at);
            var end = EndOfPlaceholder(dollar, out var name);
            if (end < 0)
            {
                if (!isSafe)
                {
                    return new KnownError("ValueError", "Invalid placeholder in string");
                }

                into.Append('$');
                end = dollar + 1;
            }
            else if (name.Length == 0)
            {
                into.Append('$');
            }
            else if (Find(call, name) is { } value)
            {
                if (Representation.Str(value) is not { } text)
                {
                    return null;
                }

                into.Append(text);
            }
            else if (isSafe)
            {
                into.Append(Text, dollar, end - dollar);
            }
            else
            {
                return new KnownError("KeyError", name);
            }

            if (into.Length > KnownLimits.LongestText)
            {
                return null;
            }

            at = end;
        }

        return into.ToString();
    }

    /// <summary>Where a placeholder ends, and its name, which is empty for two dollars; -1 when there is none.</summary>
    private int EndOfPlaceholder(int dollar, out string name)
    {
        var start = dollar + 1;
        name = string.Empty;
        if (start < Text.Length && Text[start] == '$')
        {
            return start + 1;
        }

        var isBraced = start < Text.Length && Text[start] == '{';
        start += isBraced ? 1 : 0;
        var end = start;
        while (end < Text.Length && (char.IsAsciiLetter(Text[end]) || Text[end] == '_' || (end > start && char.IsAsciiDigit(Text[end]))))
        {
            end++;
        }

        name = Text[start..end];
        return end == start || (isBraced && (end >= Text.Length || Text[end] != '}')) ? -1 : isBraced ? end + 1 : end;
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
}
