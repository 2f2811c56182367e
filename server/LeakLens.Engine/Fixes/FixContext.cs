using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes;

/// <summary>All that the fixes of one finding may ask.</summary>
internal sealed class FixContext
{
    private readonly FixScene _scene;
    private ImmutableArray<SyntaxNode>? _nodes;
    private ImmutableArray<GrowthCase>? _growths;

    public FixContext(FixScene scene, Finding finding, CancellationToken cancellation)
    {
        _scene = scene;
        Finding = finding;
        Cancellation = cancellation;
    }

    public Finding Finding { get; }

    public CancellationToken Cancellation { get; }

    public SyntaxTree Tree => _scene.Tree;

    public CodeStyle Style => _scene.Style;

    public RuleContext Rules => _scene.RulesFor(Cancellation);

    public CodeMap Code => Rules.Code;

    /// <summary>The nodes that stand exactly where the finding does, the outermost first.</summary>
    public ImmutableArray<SyntaxNode> Nodes => _nodes ??= FindNodes();

    /// <summary>The growths that the finding may be about, the largest first; none for findings of another kind.</summary>
    public ImmutableArray<GrowthCase> Growths => _growths ??= FindGrowths();

    public T? Node<T>()
        where T : SyntaxNode => Nodes.OfType<T>().FirstOrDefault();

    public string TextOf(SyntaxNode node) => Tree.Text.Text[node.Start..node.End];

    public SourceWriter Write() => new(Tree, Style, Rules);

    private ImmutableArray<SyntaxNode> FindNodes()
    {
        var span = Finding.Span;
        return [.. SyntaxPath.Find(Tree.Root, span.Start).Concat(SyntaxPath.Find(Tree.Root, span.End)).Where(node => node.Span == span).Distinct()];
    }

    private ImmutableArray<GrowthCase> FindGrowths() =>
    [
        .. Rules.Facts.Growths.Where(fact => fact.Node.Span == Finding.Span)
            .OrderByDescending(static fact => fact.Retained.High).ThenByDescending(static fact => fact.Peak.High)
            .Select(fact => new GrowthCase(fact, Rules)),
    ];
}
