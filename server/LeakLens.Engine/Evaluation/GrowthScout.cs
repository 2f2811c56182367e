using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// A cheap look at the tree before anything is evaluated: which functions can, themselves or through what they call, both
/// loop and grow something. Most functions cannot, and running them as entry points would say nothing.
/// Calls are resolved by name only, so the answer errs towards yes.
/// </summary>
internal sealed class GrowthScout : SyntaxVisitor
{
    private readonly Dictionary<string, List<FunctionNotes>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, FunctionNotes> _byNode = [];
    private FunctionNotes _current = new();

    private GrowthScout()
    {
    }

    public static GrowthScout Look(Module module)
    {
        var scout = new GrowthScout();
        scout.VisitModule(module);
        return scout;
    }

    public bool CanGrowInLoop(SyntaxNode function)
    {
        if (!_byNode.TryGetValue(function, out var notes))
        {
            return true;
        }

        var reached = new HashSet<FunctionNotes> { notes };
        var open = new Queue<FunctionNotes>(reached);
        var loops = false;
        var grows = false;
        while (open.TryDequeue(out var next))
        {
            loops |= next.HasLoop;
            grows |= next.HasGrowth;
            if (loops && grows)
            {
                return true;
            }

            foreach (var name in next.Calls)
            {
                foreach (var callee in _byName.GetValueOrDefault(name) ?? [])
                {
                    if (reached.Add(callee))
                    {
                        open.Enqueue(callee);
                    }
                }
            }
        }

        return false;
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
        var outer = _current;
        _current = new FunctionNotes();
        _byNode[node] = _current;
        if (!_byName.TryGetValue(node.Name, out var namesakes))
        {
            _byName.Add(node.Name, namesakes = []);
        }

        namesakes.Add(_current);

        // Defining a function may be as much as calling it: a decorator, a callback.
        outer.Calls.Add(node.Name);
        base.VisitFunctionDef(node);
        _current = outer;
    }

    public override void VisitCall(Call node)
    {
        switch (node.Function)
        {
            case Name name:
                _current.Calls.Add(name.Id);
                break;
            case Attribute attribute:
                _current.Calls.Add(attribute.Name);
                _current.HasGrowth |= IsGrowing(attribute.Name);
                break;
            default:
                break;
        }

        base.VisitCall(node);
    }

    public override void VisitSubscript(Subscript node)
    {
        _current.HasGrowth |= node.Context == ExpressionContext.Store;
        base.VisitSubscript(node);
    }

    public override void VisitAugAssign(AugAssign node)
    {
        _current.HasGrowth = true;
        base.VisitAugAssign(node);
    }

    public override void VisitFor(For node)
    {
        _current.HasLoop = true;
        base.VisitFor(node);
    }

    public override void VisitWhile(While node)
    {
        _current.HasLoop = true;
        base.VisitWhile(node);
    }

    public override void VisitComprehension(Comprehension node)
    {
        _current.HasLoop = true;
        base.VisitComprehension(node);
    }

    private static bool IsGrowing(string method) => method is "append" or "appendleft" or "add" or "insert" or "extend" or "extendleft"
        or "update" or "setdefault" or "put" or "put_nowait" or "write" or "push";

    private sealed class FunctionNotes
    {
        public bool HasLoop { get; set; }

        public bool HasGrowth { get; set; }

        public HashSet<string> Calls { get; } = new(StringComparer.Ordinal);
    }
}
