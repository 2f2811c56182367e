using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>Writes the comment that accepts a finding, where it is read as such and nothing else of the text changes its meaning.</summary>
public sealed class SuppressionWriter
{
    private readonly SyntaxTree _tree;
    private readonly RuleSet _rules;
    private readonly string? _reason;
    private readonly Func<SourceText, SyntaxTree> _parse;

    /// <param name="reason">Written behind the request as its placeholder; null for none.</param>
    /// <param name="language">Who reads the text; null for Python.</param>
    public SuppressionWriter(SyntaxTree tree, RuleSet rules, string? reason, TextLanguage? language = null)
    {
        _parse = language is null ? static text => SyntaxTree.Parse(text) : language.Parse;
        _tree = tree;
        _rules = rules;
        _reason = reason;
    }

    private SourceText Text => _tree.Text;

    /// <summary>At the end of the finding's line; where a comment cannot stand there, above its statement. Null if neither works.</summary>
    public TextEdit? AcceptHere(Finding finding)
    {
        var line = Text.Lines.GetLine(finding.Span.Start);
        return Candidates(finding, line).FirstOrDefault(edit => Accepts(edit, finding));
    }

    /// <summary>At the top of the file, below what has to stand there.</summary>
    public TextEdit AcceptInFile(Finding finding)
    {
        if (FindRequest(SuppressionVerb.FileIgnore, line: null) is { } request)
        {
            return AddName(request, finding);
        }

        var line = 0;
        while (line < 2 && line + 1 < Text.Lines.Count && IsHeader(TextOf(line)))
        {
            line++;
        }

        return OwnLine(line, "", "file-ignore", finding);
    }

    private IEnumerable<TextEdit> Candidates(Finding finding, int line)
    {
        if (FindRequest(SuppressionVerb.Ignore, line) is { } request)
        {
            yield return AddName(request, finding);
        }

        yield return AtEnd(line, finding);
        var last = Text.Lines.GetLine(Math.Max(finding.Span.Start, finding.Span.End - 1));
        if (last != line)
        {
            yield return AtEnd(last, finding);
        }

        // What has no statements has lines.
        var statement = SyntaxPath.Find(_tree.Root, finding.Span.Start).OfType<Statement>().LastOrDefault();
        var first = statement is null ? line : Text.Lines.GetLine(statement.Start);
        var written = TextOf(first);
        yield return OwnLine(first, written[..(written.Length - written.TrimStart().Length)], "ignore", finding);
    }

    private SuppressionComment? FindRequest(SuppressionVerb verb, int? line) => SuppressionParser.Parse(_tree)
        .FirstOrDefault(comment => comment.Verb == verb && (line is null || Text.Lines.GetLine(comment.Span.Start) == line));

    private static TextEdit AddName(SuppressionComment request, Finding finding) =>
        new(new TextSpan(request.Names[^1].Span.End, 0), $", {finding.Rule.Id}");

    private TextEdit AtEnd(int line, Finding finding)
    {
        var end = Text.Lines.GetEnd(line);
        var start = Text.Lines.GetStart(line) + TextOf(line).TrimEnd().Length;
        return Write(TextSpan.FromBounds(start, end), "  ", "ignore", finding, "");
    }

    private TextEdit OwnLine(int line, string indentation, string verb, Finding finding)
    {
        var end = Text.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return Write(new TextSpan(Text.Lines.GetStart(line), 0), indentation, verb, finding, end);
    }

    private TextEdit Write(TextSpan span, string before, string verb, Finding finding, string after)
    {
        var request = $"{before}# leaklens: {verb}[{finding.Rule.Id}]";
        if (_reason is null)
        {
            return new TextEdit(span, request + after);
        }

        var start = request.Length + "  # ".Length;
        return new TextEdit(span, $"{request}  # {_reason}{after}") { Placeholder = new TextSpan(start, _reason.Length) };
    }

    /// <summary>Whether the comment is read as what it is meant to be: it may have come to stand in a string.</summary>
    private bool Accepts(TextEdit edit, Finding finding)
    {
        if (TextChange.Of(Text, [edit]) is not { } change)
        {
            return false;
        }

        var tree = _parse(change.Text);
        var plan = SuppressionPlan.Make(tree, SuppressionParser.Parse(tree), _rules);
        var span = new TextSpan(change.Map(finding.Span.Start).Start, finding.Span.Length);
        return tree.Errors.Length == _tree.Errors.Length
            && plan.Active.Any(active => string.Equals(active.RuleId, finding.Rule.Id, StringComparison.Ordinal) && active.IsAbout(span, plan.Lines));
    }

    private string TextOf(int line) => Text.Text[Text.Lines.GetStart(line)..Text.Lines.GetEnd(line)];

    /// <summary>How to run the file, and how it is encoded: both are looked for in the first two lines alone.</summary>
    private static bool IsHeader(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) || (line.StartsWith('#') && (line.Contains("coding", StringComparison.Ordinal) || line.Contains("syntax=", StringComparison.Ordinal) || line.Contains("escape=", StringComparison.Ordinal)));
}
