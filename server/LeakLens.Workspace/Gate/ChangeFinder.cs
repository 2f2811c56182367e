using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Gate;

/// <summary>
/// Looks for the smallest change after which a gate lets a text pass: letting go of what is collected, or fewer trips. A change counts
/// only when the changed text was analysed and passes.
/// </summary>
internal sealed class ChangeFinder
{
    /// <summary>Each try costs one more analysis.</summary>
    private const int MostTries = 6;

    private readonly SourceText _text;
    private readonly AnalysisOptions _options;
    private readonly Lazy<SyntaxTree> _lazyTree;
    private readonly ImmutableArray<Finding> _against;
    private readonly TryBudget _budget;
    private readonly CancellationToken _cancellation;

    public ChangeFinder(SourceText text, AnalysisOptions options, ImmutableArray<Finding> against, TryBudget budget, CancellationToken cancellation)
    {
        _text = text;
        _options = options;
        _lazyTree = new(() => SyntaxTree.Parse(text, cancellation), isThreadSafe: false);
        _against = against;
        _budget = budget;
        _cancellation = cancellation;
    }

    /// <summary>The first change that passes; null when none of those that are tried does.</summary>
    public AcceptableChange? Find() => _budget.Allows(_text.Text.Length) ? Try(Clearing()) ?? FewerTrips() : null;

    private AcceptableChange? Try((string Description, ImmutableArray<TextEdit> Edits)? change)
    {
        if (change is not { Edits.Length: > 0 } tried || !_budget.Spend(_text.Text.Length))
        {
            return null;
        }

        var text = Apply(tried.Edits);
        var result = Analyzer.Analyze(SourceText.From(text), _options, _cancellation);
        return result.Verdict == Verdict.Allow && result.Tree.Errors.IsEmpty ? new AcceptableChange(tried.Description, IsVerified: true, text) : null;
    }

    /// <summary>After each statement that grows something that nothing reads, let go of it.</summary>
    private (string, ImmutableArray<TextEdit>)? Clearing()
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var places = new List<string>();
        foreach (var finding in _against)
        {
            // What is read later on would be gone.
            if (!finding.Signals.Contains(Signal.WriteOnly) || ReceiverOf(finding) is not { } receiver || StatementAt(finding.Span.Start) is not { } statement || statement is not (Expr or Assign or AugAssign))
            {
                continue;
            }

            var name = _text.Text[receiver.Start..receiver.End];
            edits.Add(new TextEdit(TextSpan.FromBounds(statement.End, statement.End), $"; {name}.clear()"));
            places.Add($"`{name}.clear()` after line {_text.Lines.GetLine(statement.End) + 1}");
        }

        return edits.Count == 0 ? null : ($"use each item where it is made and let go of it: {string.Join(" and ", places)}", edits.ToImmutable());
    }

    /// <summary>Fewer and fewer trips of the loops over constant ranges, until it passes.</summary>
    private AcceptableChange? FewerTrips()
    {
        for (var (most, tries) = (499L, 0); most > 0 && tries < MostTries; most /= 4, tries++)
        {
            if (Try(WithTrips(most)) is { } change)
            {
                return change;
            }
        }

        return null;
    }

    private (string, ImmutableArray<TextEdit>)? WithTrips(long most)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var bounds = new HashSet<Constant>(ReferenceEqualityComparer.Instance);
        var lines = new List<string>();
        foreach (var finding in _against)
        {
            foreach (var place in finding.Related)
            {
                if (BoundAt(place.Span.Start) is { } bound && IsAbove(bound, most) && bounds.Add(bound))
                {
                    edits.Add(new TextEdit(bound.Span, most.ToString(CultureInfo.InvariantCulture)));
                    lines.Add((_text.Lines.GetLine(bound.Start) + 1).ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        return edits.Count == 0 ? null : ($"at most {most} trips of the loop in line {string.Join(" and ", lines)}", edits.ToImmutable());
    }

    /// <summary>The constant end of a <c>for</c> over <c>range(n)</c> that begins here.</summary>
    private Constant? BoundAt(int offset)
    {
        var loop = SyntaxPath.Find(_lazyTree.Value.Root, offset).OfType<For>().LastOrDefault(loop => loop.Start == offset);
        return loop is { Iterable: Call { Function: Name { Id: "range" }, Arguments: [.., Constant end] } } ? end : null;
    }

    private bool IsAbove(Constant bound, long most) =>
        long.TryParse(_text.Text[bound.Start..bound.End].Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > most;

    /// <summary>The name or attribute that a finding's statement grows.</summary>
    private Expression? ReceiverOf(Finding finding)
    {
        foreach (var node in SyntaxPath.Find(_lazyTree.Value.Root, finding.Span.Start))
        {
            if (node.Start == finding.Span.Start && node.End == finding.Span.End && GrownBy(node) is { } receiver)
            {
                return receiver;
            }
        }

        return null;
    }

    private static Expression? GrownBy(SyntaxNode node) => node switch
    {
        Call { Function: LeakLens.Python.Syntax.Attribute { Value: var receiver } } when IsPlain(receiver) => receiver,
        Subscript { Value: var receiver } when IsPlain(receiver) => receiver,
        _ => null,
    };

    private static bool IsPlain(Expression expression) => expression is Name or LeakLens.Python.Syntax.Attribute { Value: Name };

    private Statement? StatementAt(int offset) => SyntaxPath.Find(_lazyTree.Value.Root, offset).OfType<Statement>().LastOrDefault();

    private string Apply(ImmutableArray<TextEdit> edits)
    {
        var text = _text.Text;
        foreach (var edit in edits.OrderByDescending(static edit => edit.Span.Start))
        {
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        }

        return text;
    }
}
