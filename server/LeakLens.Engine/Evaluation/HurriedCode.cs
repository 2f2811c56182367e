using System.Collections.Immutable;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Code that was left in a hurry: what might still come of it in a later trip or another call. What other work came to the end of was seen all the
/// same.
/// </summary>
internal sealed class HurriedCode(ReachedCode reached, HarmlessCode harmless)
{
    private readonly HashSet<SyntaxNode> _definitions = [];
    private readonly HashSet<SyntaxNode> _decisions = [];

    /// <summary>A call of the function was not followed, because it runs already.</summary>
    public void Add(SyntaxNode definition) => _definitions.Add(definition);

    /// <summary>A loop was not followed to its end: what it decided about numbers and texts that change from trip to trip may be decided otherwise later.</summary>
    /// <param name="hasPattern">So many trips were made that what does not change from one to the next can be taken for constant.</param>
    /// <param name="isOpen">Nobody knows how often it runs: two trips are believed elsewhere as well.</param>
    public void AddDecisions(LoopActivation loop, bool hasPattern, bool isOpen)
    {
        if (loop.History.Count < 2)
        {
            return;
        }

        var (before, last) = (loop.History[^2].Guards, loop.History[^1].Guards);
        hasPattern |= isOpen && !MovesInPieces(before, last);
        foreach (var (key, margin) in last.Margins)
        {
            if (key.Way is Evaluator.Yes or Evaluator.No && key.Node != loop.Node && margin != GuardLog.Never && !(hasPattern && before.Margins.TryGetValue(key, out var earlier) && margin == earlier))
            {
                _decisions.Add(key.Node);
            }
        }

        foreach (var (key, text) in last.Texts)
        {
            if (text is null || (before.Texts.TryGetValue(key, out var earlier) && !string.Equals(text, earlier, StringComparison.Ordinal)))
            {
                _decisions.Add(key.Node);
            }
        }
    }

    /// <summary>A remainder, a quotient or a number of digits stays what it is for a while and then jumps.</summary>
    private static bool MovesInPieces(GuardLog before, GuardLog last)
    {
        foreach (var (key, margin) in last.Margins)
        {
            if ((key.Way is Evaluator.LowerBorder or GuardKey.UpperBorder || key.Way >= GuardKey.FirstOfDigits) && !(before.Margins.TryGetValue(key, out var earlier) && margin == earlier))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Other work takes the place of what was cut short.</summary>
    public void Clear()
    {
        _definitions.Clear();
        _decisions.Clear();
    }

    /// <summary>What holds statements that might run and that no work came to the end of: a function, or a decision; null for none.</summary>
    public SyntaxNode? FindUnseen(Module module)
    {
        foreach (var definition in _definitions.OrderBy(static definition => definition.Start))
        {
            var search = new UnfinishedCode(reached, harmless);
            definition.VisitChildren(search);
            if (search.HasFound)
            {
                return definition;
            }
        }

        return _decisions.Count > 0 ? new DecisionSearch(module, reached, harmless, _decisions).FindOneSided() : null;
    }

    /// <summary>Looks for decisions of which only one side was seen.</summary>
    private sealed class DecisionSearch(Module module, ReachedCode reached, HarmlessCode harmless, HashSet<SyntaxNode> decisions) : SyntaxVisitor
    {
        private readonly Dictionary<If, Statement> _followers = new(ReferenceEqualityComparer.Instance);
        private SyntaxNode? _oneSided;
        private bool _isExcused;

        public SyntaxNode? FindOneSided()
        {
            new Followers(_followers).Visit(module);
            Visit(module);
            return _oneSided;
        }

        public override void VisitIf(If node)
        {
            VisitTest(node.Test, isSeen: IsSeen(node.Body) && IsSeen(node.OrElse) && (!node.OrElse.IsEmpty || IsSeenBehind(node)));
            VisitAll(node.Body);
            VisitAll(node.OrElse);
        }

        public override void VisitWhile(While node)
        {
            VisitTest(node.Test, isSeen: IsSeen(node.Body) && IsSeen(node.OrElse));
            VisitAll(node.Body);
            VisitAll(node.OrElse);
        }

        protected override void DefaultVisit(SyntaxNode node)
        {
            _oneSided ??= !_isExcused && decisions.Contains(node) ? node : null;
            node.VisitChildren(this);
        }

        private void VisitTest(Expression test, bool isSeen)
        {
            _isExcused = isSeen;
            Visit(test);
            _isExcused = false;
        }

        /// <summary>Where the block leaves (<c>if i &lt; 1000: continue</c>), its other side is what stands behind.</summary>
        private bool IsSeenBehind(If node) =>
            node.Body is not [.., Continue or Break or Return or Raise] || !_followers.TryGetValue(node, out var follower) || reached.IsReached(follower.Start);

        private bool IsSeen(ImmutableArray<Statement> block) => block is not [var first, ..] || reached.IsReached(first.Start) || harmless.IsPassedThrough(block);
    }

    /// <summary>Finds for each decision the statement that stands behind it in the same block.</summary>
    private sealed class Followers(Dictionary<If, Statement> followers) : SyntaxVisitor
    {
        private If? _before;

        protected override void DefaultVisit(SyntaxNode node)
        {
            if (_before is { } decision && node is Statement next)
            {
                followers[decision] = next;
            }

            _before = null;
            node.VisitChildren(this);
            _before = node as If;
        }
    }
}
