using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>
/// The names and attributes of containers out of which a file takes functions and classes to call them: tables of hooks, handlers
/// and plugins, which hold as many as a program defines.
/// </summary>
internal sealed class CalledContents : SyntaxVisitor
{
    private readonly ScopeTree _scopes;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<object> _called = [];
    private readonly List<(object Taken, object Container)> _taken = [];

    private CalledContents(ScopeTree scopes, CancellationToken cancellation)
    {
        _scopes = scopes;
        _cancellation = cancellation;
    }

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static CalledContents Look(Module module, ScopeTree scopes, CancellationToken cancellation)
    {
        var finder = new CalledContents(scopes, cancellation);
        finder.Visit(module);
        foreach (var (_, container) in finder._taken.FindAll(pair => finder._called.Contains(pair.Taken)))
        {
            finder._called.Add(container);
        }

        return finder;
    }

    /// <summary>What the container holds is called somewhere in the file.</summary>
    public bool AreOf(Expression holder) => _scopes.PlaceOf(holder) is { } place && _called.Contains(place);

    public override void VisitCall(Call node)
    {
        _cancellation.ThrowIfCancellationRequested();
        switch (node.Function)
        {
            case Name name when _scopes.PlaceOf(name) is { } place:
                _called.Add(place);
                break;
            case Subscript or Call when _scopes.PlaceOf(node.Function) is { } place:
                _called.Add(place);
                break;
            default:
                break;
        }

        base.VisitCall(node);
    }

    public override void VisitFor(For node)
    {
        Take(node.Target, node.Iterable);
        base.VisitFor(node);
    }

    public override void VisitComprehension(Comprehension node)
    {
        Take(node.Target, node.Iterable);
        base.VisitComprehension(node);
    }

    public override void VisitAssign(Assign node)
    {
        if (node.Value is Subscript or Call { Function: Attribute { Name: "get" or "setdefault" } })
        {
            Take(node.Targets[0], node.Value);
        }

        base.VisitAssign(node);
    }

    private void Take(Expression target, Expression from)
    {
        if (from is Call { Function: Name, Arguments: { Length: > 1 } several })
        {
            // As with itertools.chain(first, second).
            foreach (var one in several)
            {
                Take(target, one);
            }

            return;
        }

        switch (target)
        {
            case Tuple tuple:
                foreach (var element in tuple.Elements)
                {
                    Take(element, from);
                }

                break;
            case Name name when _scopes.PlaceOf(name) is { } taken && _scopes.PlaceOf(from) is { } container:
                _taken.Add((taken, container));
                break;
            default:
                break;
        }
    }
}
