using System.Text.RegularExpressions;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>
/// A Python file that says of itself what LeakLens finds in it: <c># expect: LL101</c> on the line, several rules joined by commas,
/// in functions that end in _bad; functions that end in _ok are silent. FP_ and FN_ in front of a name mark a known wrong answer.
/// </summary>
internal sealed partial class ExpectationFile
{
    private readonly string[] _lines;

    private ExpectationFile(string[] lines)
    {
        _lines = lines;
    }

    /// <summary>Every finding that is expected, as <c>line: rule</c>, 1-based, in order.</summary>
    public IEnumerable<string> Expectations => _lines.SelectMany((line, index) => ReadRules(line).Select(rule => $"{index + 1}: {rule}"));

    public static ExpectationFile Read(string path) => new(File.ReadAllLines(path));

    /// <summary>The functions at the top level, each with the rules that are expected in it.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Rules)> Functions()
    {
        var functions = new List<(string Name, IReadOnlyList<string> Rules)>();
        var rules = new List<string>();
        foreach (var line in _lines)
        {
            if (FunctionHeader().Match(line) is { Success: true } header)
            {
                functions.Add((header.Groups["name"].Value, rules = []));
            }

            rules.AddRange(ReadRules(line));
        }

        return functions;
    }

    private static string[] ReadRules(string line) => Expectation().Match(line) is { Success: true } match
        ? match.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries)
        : [];

    [GeneratedRegex(@"#\s*expect:\s*(?<rules>LL\d{3}(\s*,\s*LL\d{3})*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"^(async )?def (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionHeader();
}
