using System.Text.RegularExpressions;

namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>Reads interfaces and type aliases out of TypeScript declarations, as far as the protocol's are written.</summary>
internal static partial class DeclarationReader
{
    public static void ReadInto(Dictionary<string, DeclaredType> types, string declarations)
    {
        var text = Comment().Replace(declarations, "");
        foreach (Match match in Interface().Matches(text))
        {
            var parts = Name().Matches(match.Groups["extends"].Value).Select(part => part.Value).ToArray();
            types[match.Groups["name"].Value] = new DeclaredType(ReadMembers(Body(text, match.Index + match.Length)), parts, IsUnion: false);
        }

        foreach (Match match in Alias().Matches(text))
        {
            var parts = Name().Matches(match.Groups["type"].Value).Select(part => part.Value).ToArray();
            types.TryAdd(match.Groups["name"].Value, new DeclaredType(new Dictionary<string, DeclaredMember>(), parts, match.Groups["type"].Value.Contains('|')));
        }
    }

    /// <summary>From behind an opening brace to the one that closes it.</summary>
    private static string Body(string text, int start)
    {
        var depth = 1;
        var end = start;
        for (; depth > 0; end++)
        {
            depth += text[end] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return text[start..(end - 1)];
    }

    private static Dictionary<string, DeclaredMember> ReadMembers(string body)
    {
        // What is nested has members of its own, which are not the interface's.
        while (Nested().IsMatch(body))
        {
            body = Nested().Replace(body, "object");
        }

        return Member().Matches(body).ToDictionary(
            match => match.Groups["name"].Value,
            match => new DeclaredMember(match.Groups["type"].Value.Trim(), match.Groups["optional"].Length > 0));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(interface (?<name>\w+)(<[^{]*>)?( extends (?<extends>[^{]+?))? |type (?<name>\w+) = (?<extends>(\w+ & )*))\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Interface();

    [GeneratedRegex(@"export type (?<name>\w+) = (?<type>[\w\s&|]+);", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Nested();

    [GeneratedRegex(@"^\s*(?<name>\w+)(?<optional>\??): (?<type>[^;]+);", RegexOptions.Multiline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Member();

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Name();
}
