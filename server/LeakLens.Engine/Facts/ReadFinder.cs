using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// The names and attributes whose values a file makes use of. To be told to grow or to shrink is no use: what a file only does that with,
/// it never reads. Names count for the file as a whole, so that whatever is not certain counts as read.
/// </summary>
internal sealed class ReadFinder : SyntaxVisitor
{
    /// <summary>Methods that change their receiver. As statements of their own nobody sees what they give back.</summary>
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "append", "appendleft", "extend", "extendleft", "insert", "add", "update", "setdefault", "push", "put", "put_nowait",
        "pop", "popleft", "popitem", "remove", "discard", "clear", "sort", "reverse", "write", "writelines",
    };

    /// <summary>With these a file reaches names that it does not write down.</summary>
    private static readonly string[] Reflection = ["globals", "locals", "vars", "eval", "exec", "getattr", "__dict__"];

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellation;

    private ReadFinder(CancellationToken cancellation) => _cancellation = cancellation;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static ReadFinder Look(Module module, CancellationToken cancellation)
    {
        var finder = new ReadFinder(cancellation);
        finder.Visit(module);
        return finder;
    }

    /// <summary>Nothing in the file makes use of what the growing statement fills. False when that is not certain.</summary>
    public bool IsNeverRead(SyntaxNode growing, Owner owner)
    {
        var name = owner.Path is { } path ? LastName(path) : NameOf(growing);
        return name is not null && !_read.Contains(name) && !Reflection.Any(_read.Contains);
    }

    public override void VisitExpr(Expr node)
    {
        if (node.Value is not Call { Function: Attribute method } call || !Changes.Contains(method.Name))
        {
            base.VisitExpr(node);
            return;
        }

        VisitHolder(method.Value);
        VisitAll(call.Arguments);
        VisitAll(call.Keywords);
    }

    public override void VisitAssign(Assign node)
    {
        Visit(node.Value);
        foreach (var target in node.Targets)
        {
            VisitTarget(target);
        }
    }

    public override void VisitAugAssign(AugAssign node)
    {
        Visit(node.Value);
        VisitTarget(node.Target);
    }

    public override void VisitDelete(Delete node)
    {
        foreach (var target in node.Targets)
        {
            VisitTarget(target);
        }
    }

    public override void VisitName(Name node)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (node.Context == ExpressionContext.Load)
        {
            _read.Add(node.Id);
        }
    }

    public override void VisitAttribute(Attribute node)
    {
        if (node.Context == ExpressionContext.Load)
        {
            _read.Add(node.Name);
        }

        Visit(node.Value);
    }

    private void VisitTarget(Expression target)
    {
        if (target is Subscript or Name or Attribute)
        {
            VisitHolder(target);
            return;
        }

        Visit(target);
    }

    /// <summary>What is only reached in order to change it, or what it holds.</summary>
    private void VisitHolder(Expression holder)
    {
        switch (holder)
        {
            case Name:
                break;
            case Attribute attribute:
                Visit(attribute.Value);
                break;
            case Subscript subscript:
                VisitHolder(subscript.Value);
                Visit(subscript.Index);
                break;
            case Call { Function: Attribute { Name: "setdefault" } method } call:
                VisitHolder(method.Value);
                VisitAll(call.Arguments);
                break;
            default:
                Visit(holder);
                break;
        }
    }

    private static string? NameOf(SyntaxNode growing) => growing switch
    {
        Call { Function: Attribute method } => NameOf(method.Value),
        Subscript subscript => NameOf(subscript.Value),
        AugAssign augmented => NameOf(augmented.Target),
        Attribute attribute => attribute.Name,
        Name name => name.Id,
        _ => null,
    };

    /// <summary>Of <c>service.sessions["eu"]</c> it is <c>sessions</c>.</summary>
    private static string LastName(string path)
    {
        var end = path.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket ? bracket : path.Length;
        return path[(path.LastIndexOf('.', end - 1) + 1)..end];
    }
}
