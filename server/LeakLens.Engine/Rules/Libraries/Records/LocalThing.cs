using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Records;

/// <summary>
/// Something that a function makes and should let go of, and what becomes of it: what calls are given it only use it; it is somebody else's when it is returned, yielded, stored or closed over,
/// itself or in what is made of it.
/// </summary>
internal sealed class LocalThing
{
    private const int Deepest = 3;

    private readonly RuleContext _context;
    private readonly IReadOnlySet<string> _releases;
    private readonly SyntaxNode? _function;
    private readonly HashSet<object> _followed = [];

    private LocalThing(RuleContext context, Call call, IReadOnlySet<string> releases)
    {
        _context = context;
        _releases = releases;
        _function = context.Code.FunctionAround(call);
    }

    /// <summary>Somebody else has it, too.</summary>
    public bool Escapes { get; private set; }

    /// <summary>The function lets go of it somewhere.</summary>
    public bool IsReleased { get; private set; }

    public static LocalThing Of(RuleContext context, Call call, IReadOnlySet<string> releases)
    {
        var thing = new LocalThing(context, call, releases);
        thing.Follow(call, isItself: true, Deepest);
        return thing;
    }

    /// <param name="isItself">The thing, not what was made of it.</param>
    private void Follow(SyntaxNode node, bool isItself, int depth)
    {
        var parent = _context.Code.ParentOf(node);
        switch (parent)
        {
            case Assign { Targets: [Name name] } when depth > 0:
                Look(name, isItself, depth - 1);
                break;
            case AnnAssign { Target: Name name } when depth > 0:
                Look(name, isItself, depth - 1);
                break;
            case WithItem item when ReferenceEquals(item.Context, node):
                IsReleased |= isItself;
                break;
            case Await or BoolOp or NamedExpr:
            case IfExp choice when !ReferenceEquals(choice.Test, node):
                Follow(parent, isItself, depth);
                break;
            case Python.Syntax.Attribute member when _context.Code.ParentOf(member) is Call called && ReferenceEquals(called.Function, member):
                IsReleased |= isItself && _releases.Contains(member.Name);
                break;
            case Call taker when !ReferenceEquals(taker.Function, node):
                OfTaker(taker, isItself, depth);
                break;
            case Keyword keyword when _context.Code.ParentOf(keyword) is Call taker:
                OfTaker(taker, isItself, depth);
                break;
            case Expr or Compare or UnaryOp or If or While or Assert or FormattedValue or Subscript or Python.Syntax.Attribute or For or Comprehension or Delete:
                break;
            default:
                Escapes = true;
                break;
        }
    }

    /// <summary>A manager that closes it, an object that keeps it, or a function that uses it; of what it gives back the same is asked.</summary>
    private void OfTaker(Call taker, bool isItself, int depth)
    {
        if (_context.Names.Resolve(taker.Function) is { Text: "contextlib.closing" or "contextlib.aclosing" or "atexit.register" or "weakref.finalize" })
        {
            IsReleased = true;
        }
        else if (taker.Function is Python.Syntax.Attribute { Name: "append" or "add" or "put" or "setdefault" or "enter_context" or "enter_async_context" or "callback" or "push" or "add_teardown" or "addCleanup" })
        {
            Escapes = true;
        }
        else if (Definitions.FunctionOf(_context, taker.Function) is { } function && _context.Code.CallsWithin(function).Any(call => call.Function is Python.Syntax.Attribute { Name: var method } && _releases.Contains(method)))
        {
            IsReleased |= isItself;
        }
        else if (_context.Code.ParentOf(taker) is not Expr)
        {
            Follow(taker, isItself: false, depth);
        }
        else if (depth > 0 && taker.Function is Python.Syntax.Attribute { Value: Name receiver })
        {
            // maker.configure(bind=engine): from here on the maker has it, too.
            Look(receiver, isItself: false, depth - 1);
        }
    }

    private void Look(Name target, bool isItself, int depth)
    {
        if (_context.Uses.OwnerOf(target) is not { } owner || (_function is not null && _context.Uses.IsOfModule(owner)))
        {
            Escapes = true;
            return;
        }

        if (!_followed.Add(owner))
        {
            return;
        }

        foreach (var use in _context.Uses.UsesOf(owner))
        {
            if (use.Context is not ExpressionContext.Load)
            {
                continue;
            }

            if (!ReferenceEquals(_context.Code.FunctionAround(use), _function))
            {
                Escapes = true;
            }
            else if (isItself || !IsCalled(use))
            {
                Follow(use, isItself, depth);
            }
        }
    }

    private bool IsCalled(Name use) => _context.Code.ParentOf(use) is Call call && ReferenceEquals(call.Function, use);
}
