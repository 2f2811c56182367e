using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>A call that starts tracing: what kind of code makes it, and whether that code ends it.</summary>
internal sealed class TracingStart
{
    private readonly RuleContext _context;
    private readonly FunctionDef? _function;

    private TracingStart(Call call, RuleContext context)
    {
        Call = call;
        _context = context;
        _function = context.Code.FunctionAround(call) as FunctionDef;
        Place = FindPlace();
        Answer = context.Follow(call, new SwitchQuestion(context, call, DiagnosticData.Instance.Tracing, context.Diagnostics.Stops));
    }

    public Call Call { get; }

    public TracingPlace Place { get; }

    /// <summary>The ways through the function on which it is not stopped.</summary>
    public PathAnswer Answer { get; }

    public string FunctionName => _function?.Name ?? "the module";

    public bool IsAlwaysStopped => Answer.Misses.IsEmpty || (_function is { } function && _context.Diagnostics.HandsOn(function, DiagnosticData.Instance.Tracing));

    /// <summary>Another method of the same class stops it.</summary>
    public bool IsStoppedByClass => _function is { } function && _context.Diagnostics.IsEndedByClass(function, _context.Diagnostics.Stops);

    /// <summary>Some function stops what it has not started itself: who calls which, and when, is not followed.</summary>
    public bool IsStoppedElsewhere => _function is { } function && _context.Diagnostics.HasOtherEnd(function, _context.Diagnostics.Starts, _context.Diagnostics.Stops);

    /// <summary>A generator that stands for a context manager and does stop it: that an exception in the block skips this is the matter of LL209.</summary>
    public bool IsInManager => Answer.IsReleased && _context.Code.IsGenerator(_function) && _function is { Decorators.IsEmpty: false } && _context.Rules.Find("LL209") is not null;

    /// <summary>A condition decides whether anything is traced, as with a debug flag; <c>if not is_tracing()</c> is none.</summary>
    public bool IsOptional
    {
        get
        {
            SyntaxNode inner = Call;
            foreach (var around in _context.Code.Around(Call))
            {
                if (around is FunctionDef)
                {
                    break;
                }

                if (around is If branch && !ReferenceEquals(branch.Test, inner) && !IsQuestion(branch.Test))
                {
                    return true;
                }

                inner = around;
            }

            return false;
        }
    }

    /// <summary>The module calls the function once, and not in a loop.</summary>
    public bool IsCalledOnce
    {
        get
        {
            var calls = _context.Code.Calls.Where(call => call.Function is Name name && string.Equals(name.Id, _function?.Name, StringComparison.Ordinal)).Take(2).ToArray();
            return calls is [var only] && _context.Code.FunctionAround(only) is null && !_context.Code.LoopsAround(only).Any();
        }
    }

    public static TracingStart Of(Call call, RuleContext context) => new(call, context);

    private TracingPlace FindPlace()
    {
        if (_function is not { } function)
        {
            return TracingPlace.Module;
        }

        if (_context.Code.ClassOf(function) is not null)
        {
            return function.Name switch
            {
                "__enter__" or "__aenter__" => TracingPlace.Enter,
                "__init__" or "__new__" or "__post_init__" => TracingPlace.Maker,
                _ => TracingPlace.Function,
            };
        }

        if (_context.Code.FunctionAround(function) is FunctionDef outer && IsDecorator(outer, function))
        {
            return TracingPlace.Wrapper;
        }

        return function.Body.OfType<FunctionDef>().Any(inner => IsDecorator(function, inner)) ? TracingPlace.Decorator : TracingPlace.Function;
    }

    /// <summary>The outer function is given a function, and returns the inner one, which calls it.</summary>
    private static bool IsDecorator(FunctionDef outer, FunctionDef inner)
    {
        var returned = new ReturnedNames();
        returned.VisitAll(outer.Body);
        if (!returned.Names.Contains(inner.Name))
        {
            return false;
        }

        var parameters = outer.Parameters.Positional.Concat(outer.Parameters.PositionalOnly).Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var called = new CalledNames();
        called.Visit(inner);
        return called.Names.Overlaps(parameters);
    }

    private bool IsQuestion(Expression test) => test switch
    {
        UnaryOp { Operator: UnaryOperator.Not } not => IsQuestion(not.Operand),
        Call call => _context.Names.Resolve(call.Function) is { } name && DiagnosticData.Instance.Tracing.Asked.Contains(name.Text),
        _ => false,
    };

    private sealed class ReturnedNames : SyntaxVisitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public override void VisitFunctionDef(FunctionDef node)
        {
        }

        public override void VisitReturn(Return node)
        {
            if (node.Value is Name name)
            {
                Names.Add(name.Id);
            }
        }
    }

    private sealed class CalledNames : SyntaxVisitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public override void VisitCall(Call node)
        {
            if (node.Function is Name name)
            {
                Names.Add(name.Id);
            }

            DefaultVisit(node);
        }
    }
}
