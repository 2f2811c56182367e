using System.Text.RegularExpressions;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>
/// A Python file that says of itself what LeakLens finds in it: <c># expect: LL101</c> on the line, several rules joined by commas,
/// in functions and classes that end in _bad or Bad; those that end in _ok or Ok are silent. <c># expect strict: LL101</c> is found in the strict
/// profile only, and <c># expect balanced: LL101</c> only in the balanced one. FP_ and FN_ in front of a name mark a known wrong answer.
/// In a manifest the objects are what functions are in Python.
/// </summary>
internal sealed partial class ExpectationFile
{
    private readonly string[] _lines;

    private ExpectationFile(string[] lines)
    {
        _lines = lines;
    }

    /// <summary>Every finding that is expected in a profile, as <c>line: rule</c>, 1-based, in order.</summary>
    public IEnumerable<string> ExpectationsIn(string profile) => _lines.SelectMany((line, index) => ReadRules(line, profile).Select(rule => $"{index + 1}: {rule}"));

    public static ExpectationFile Read(string path) => new(File.ReadAllLines(path));

    /// <summary>The functions and classes at the top level, each with the rules that are expected in it, in the balanced and in the strict profile.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Rules, IReadOnlyList<string> StrictRules)> Functions()
    {
        var functions = new List<(string Name, IReadOnlyList<string> Rules, IReadOnlyList<string> StrictRules)>();
        var rules = new List<string>();
        var strict = new List<string>();
        var isDecorated = false;
        foreach (var line in _lines)
        {
            // A decorator is a part of what it stands above.
            if (line.StartsWith('@') && !isDecorated)
            {
                (isDecorated, rules, strict) = (true, [], []);
            }

            if (FunctionHeader().Match(line) is { Success: true } header)
            {
                (rules, strict) = isDecorated ? (rules, strict) : ([], []);
                isDecorated = false;
                functions.Add((header.Groups["name"].Value, rules, strict));
            }

            rules.AddRange(ReadRules(line, "balanced"));
            strict.AddRange(ReadRules(line, "strict"));
        }

        return functions;
    }

    private static IEnumerable<string> ReadRules(string line, string profile) => Expectation().Matches(line)
        .Where(match => match.Groups["profile"].Value is var only && (only.Length == 0 || only == profile))
        .SelectMany(match => match.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bexpect(\s+(?<profile>strict|balanced))?:\s*(?<rules>LL\d{3}(\s*,\s*LL\d{3})*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"^((async def|def|class) (?<name>\w+)|  name: (?<name>\w+_(bad|ok)))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionHeader();
}
