namespace LeakLens.Engine.Known;

/// <summary>A <c>pathlib.Path</c>, as it is where paths have slashes.</summary>
internal sealed record KnownPath(string Text) : KnownObject
{
    public override string Type => "pathlib.Path";

    public override bool IsKey => true;

    public override string Str => Text;

    public override string Repr => $"PosixPath('{Text}')";

    public string Name => Text is "." or "/" ? string.Empty : Text[(Text.LastIndexOf('/') + 1)..];

    public KnownPath Parent => Text.LastIndexOf('/') switch
    {
        < 0 => new KnownPath("."),
        0 => new KnownPath("/"),
        var slash => new KnownPath(Text[..slash]),
    };

    /// <summary>Where the suffix begins in the name; at its end when there is none.</summary>
    private int Dot => Name.LastIndexOf('.') is > 0 and var dot && dot < Name.Length - 1 ? dot : Name.Length;

    public string Stem => Name[..Dot];

    public string Suffix => Name[Dot..];

    /// <summary>The path of all parts together; an absolute one begins anew.</summary>
    public static KnownPath Of(IEnumerable<string> parts)
    {
        var text = string.Empty;
        foreach (var part in parts)
        {
            text = part.StartsWith('/') ? part : text + "/" + part;
        }

        var isAbsolute = text.StartsWith('/') && parts.Any(static part => part.StartsWith('/'));
        var names = string.Join('/', text.Split('/').Where(static name => name is not ("" or ".")));
        return new KnownPath(isAbsolute ? "/" + names : names.Length == 0 ? "." : names);
    }

    /// <summary>The text of a path that is told as a text or as a path; null for anything else.</summary>
    public static string? TextOf(object? value) => value switch
    {
        string text => text,
        KnownPath path => path.Text,
        _ => null,
    };

    public override object? Operate(KnownOperator operation, object other, bool isRight) =>
        operation == KnownOperator.Divide && TextOf(other) is { } part ? Of(isRight ? [part, Text] : [Text, part]) : null;

    public override int? CompareTo(object other) => other is KnownPath path ? string.CompareOrdinal(Text.Replace('/', '\u0001'), path.Text.Replace('/', '\u0001')) : null;
}
