using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>From the comments of a text to what each of them is about.</summary>
internal sealed class SuppressionPlan
{
    private readonly SourceText _text;
    private readonly RuleSet _rules;
    private readonly List<ActiveSuppression> _active = [];
    private readonly List<ActiveSuppression> _open = [];

    private SuppressionPlan(SyntaxTree tree, RuleSet rules)
    {
        _text = tree.Text;
        _rules = rules;
        Lines = StatementLines.Of(tree);
    }

    public StatementLines Lines { get; }

    /// <summary>All that can be understood, in the order of the text.</summary>
    public IReadOnlyList<ActiveSuppression> Active => _active;

    /// <summary>Behind the last character: what begins at the very end of a text is in it, too.</summary>
    private int End => _text.Length + 1;

    public static SuppressionPlan Make(SyntaxTree tree, IEnumerable<SuppressionComment> comments, RuleSet rules)
    {
        var plan = new SuppressionPlan(tree, rules);
        foreach (var comment in comments)
        {
            plan.Add(comment);
        }

        return plan;
    }

    private void Add(SuppressionComment comment)
    {
        switch (comment.Verb)
        {
            case SuppressionVerb.Ignore:
                AddHere(comment, SuppressionKind.Line, SuppressionKind.Statement);
                break;
            case SuppressionVerb.AllowLargeAllocation when comment.Justification is not null:
                AddHere(comment, SuppressionKind.Allowance, SuppressionKind.Allowance);
                break;
            case SuppressionVerb.Noqa:
                AddAll(comment, SuppressionKind.Noqa, region: null);
                break;
            case SuppressionVerb.FileIgnore:
                AddAll(comment, SuppressionKind.File, TextSpan.FromBounds(0, End));
                break;
            case SuppressionVerb.Disable:
                _open.AddRange(AddAll(comment, SuppressionKind.Range, TextSpan.FromBounds(_text.Lines.GetStart(LineOf(comment)), End)));
                break;
            case SuppressionVerb.Enable:
                Enable(comment);
                break;
        }
    }

    /// <summary>At the end of a line it is about that line; alone, about the statement below.</summary>
    private void AddHere(SuppressionComment comment, SuppressionKind atLineEnd, SuppressionKind above)
    {
        var line = LineOf(comment);
        if (IsComment(line))
        {
            AddAll(comment, above, RegionBelow(line));
        }
        else
        {
            AddAll(comment, atLineEnd, region: null);
        }
    }

    /// <summary>The statement below a line of comment, or, where none begins, the line below.</summary>
    private TextSpan RegionBelow(int line)
    {
        while (line < _text.Lines.Count && IsComment(line))
        {
            line++;
        }

        return line < _text.Lines.Count
            ? TextSpan.FromBounds(_text.Lines.GetStart(line), Lines.FindEnd(line) ?? _text.Lines.GetEnd(line))
            : default;
    }

    /// <summary>Ends the open ranges of its rules. One that ends nothing is about no code, and so is never used.</summary>
    private void Enable(SuppressionComment comment)
    {
        foreach (var enabling in AddAll(comment, SuppressionKind.Range, default(TextSpan)))
        {
            foreach (var range in _open.Where(range => string.Equals(range.RuleId, enabling.RuleId, StringComparison.Ordinal)))
            {
                range.Region = TextSpan.FromBounds(range.Region?.Start ?? 0, _text.Lines.GetStart(LineOf(comment)));
                enabling.IsUsed = true;
            }

            _open.RemoveAll(range => string.Equals(range.RuleId, enabling.RuleId, StringComparison.Ordinal));
        }
    }

    /// <summary>One for each name that stands for a rule.</summary>
    private List<ActiveSuppression> AddAll(SuppressionComment comment, SuppressionKind kind, TextSpan? region)
    {
        var added = new List<ActiveSuppression>();
        var line = LineOf(comment);
        if (comment.Verb == SuppressionVerb.AllowLargeAllocation)
        {
            added.Add(new ActiveSuppression(comment, kind, name: -1, rule: null) { Line = line, Region = region });
        }

        for (var i = 0; i < comment.Names.Length; i++)
        {
            if (_rules.FindNamed(comment.Names[i].Text) is { } rule)
            {
                added.Add(new ActiveSuppression(comment, kind, i, rule) { Line = line, Region = region });
            }
        }

        _active.AddRange(added);
        return added;
    }

    /// <summary>Nothing but a comment on the line.</summary>
    private bool IsComment(int line)
    {
        var start = _text.Lines.GetStart(line);
        return _text.Text.AsSpan(start, _text.Lines.GetEnd(line) - start).TrimStart() is ['#', ..];
    }

    private int LineOf(SuppressionComment comment) => _text.Lines.GetLine(comment.Span.Start);
}
