using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>A match of a pattern in a text.</summary>
internal sealed record KnownMatch : KnownObject
{
    private readonly int[] _registers;
    private object[]? _groups;

    public KnownMatch(KnownPattern pattern, string text, int[] registers)
    {
        Pattern = pattern;
        Text = text;
        _registers = registers;
    }

    public override string Type => "re.Match";

    public override IReadOnlyList<(string Name, object Value)> Holds => [("string", Text)];

    public KnownPattern Pattern { get; }

    public string Text { get; }

    public int Start(int group) => _registers[2 * group];

    public int End(int group) => _registers[(2 * group) + 1];

    /// <summary>
    /// The number of the group that was closed last, 0 for none: of those that end last the outermost, which is closed behind what is in it. Null where groups that
    /// hold nothing leave that open.
    /// </summary>
    public int? LastGroup
    {
        get
        {
            var (last, isOpen) = (0, false);
            for (var group = 1; group <= Pattern.Groups; group++)
            {
                if (End(group) < 0 || Start(group) < 0 || (last > 0 && End(group) < End(last)))
                {
                    continue;
                }

                isOpen = last > 0 && End(group) == End(last) ? isOpen || Start(group) == End(group) || Start(group) < Start(last) : End(group) > End(0);
                last = last > 0 && End(group) == End(last) ? last : group;
            }

            return isOpen ? null : last;
        }
    }

    /// <summary>The text of a group, or None.</summary>
    public object Group(int group)
    {
        _groups ??= new object[Pattern.Groups + 1];
        return _groups[group] ??= Start(group) < 0 || End(group) < 0 ? KnownNone.Instance : Text[Start(group)..End(group)];
    }

    /// <summary>The number of a group that is told by number or name; null when there is none.</summary>
    public int? NumberOf(object group) => group switch
    {
        string name => Pattern.Names.TryGetValue(name, out var number) ? number : null,
        _ => KnownCall.ToSmall(group) is >= 0 and var number && number <= Pattern.Groups ? number : null,
    };

    /// <summary>What takes the place of the match: <c>\1</c>, <c>\g&lt;name&gt;</c>; null when it is not followed.</summary>
    public string? Expand(string template)
    {
        var text = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var unit = template[at++];
            if (unit != '\\')
            {
                text.Append(unit);
            }
            else if (at >= template.Length || ReadReplacement(template, ref at) is not { } part)
            {
                return null;
            }
            else
            {
                text.Append(part);
            }
        }

        return text.ToString();
    }

    private string? ReadReplacement(string template, ref int at)
    {
        var mark = template[at++];
        if (mark is >= '1' and <= '9')
        {
            var digits = at < template.Length && char.IsAsciiDigit(template[at]) ? template.Substring(at++ - 1, 2) : mark.ToString();
            return TextOf(NumberOf(new BigInteger(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture))));
        }

        if (mark == 'g' && at < template.Length && template[at] == '<' && template.IndexOf('>', at) is > 0 and var close)
        {
            var name = template[(at + 1)..close];
            at = close + 1;
            return TextOf(int.TryParse(name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? NumberOf(new BigInteger(number)) : NumberOf(name));
        }

        return PatternEscape.Read(template, mark, ref at)?.ToString();
    }

    private string? TextOf(int? group) => group is not { } number ? null : Group(number) as string ?? string.Empty;
}
