using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>One <c>__del__</c>: whether it brings its object back, raises, or is the only way to release something.</summary>
internal sealed class FinalizerMethod : SyntaxVisitor
{
    private static readonly HashSet<string> Additions = new(StringComparer.Ordinal) { "append", "appendleft", "add", "insert", "put", "put_nowait" };

    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;
    private readonly ClassDef _type;
    private readonly FunctionDef _finalizer;
    private readonly List<Finding> _findings = [];
    private int _guarded;

    public FinalizerMethod(RuleContext context, RuleDescriptor rule, ClassDef type, FunctionDef finalizer)
    {
        _context = context;
        _rule = rule;
        _type = type;
        _finalizer = finalizer;
    }

    public IEnumerable<Finding> Check()
    {
        VisitAll(_finalizer.Body);
        CheckRelease();
        CheckRing();
        return _findings;
    }

    public override void VisitTry(Try node)
    {
        _guarded += node.Handlers.IsEmpty ? 0 : 1;
        VisitAll(node.Body);
        _guarded -= node.Handlers.IsEmpty ? 0 : 1;
        VisitAll(node.Handlers);
        VisitAll(node.OrElse);
        VisitAll(node.FinalBody);
    }

    public override void VisitRaise(Raise node)
    {
        // What a handler raises again was on its way out anyway.
        var isAgain = node.Exception is Name raised && _context.Code.Around(node).Any(around => around is ExceptHandler handler && string.Equals(handler.Name, raised.Id, StringComparison.Ordinal));
        if (_guarded == 0 && node.Exception is not null && !isAgain)
        {
            Add(SkipsWork(node) ? FindingLevel.Warning : FindingLevel.Note, node, "An exception in __del__ reaches nobody: it is printed, and what stands below it is not done", "Raise it in close(), and let __del__ only warn");
        }
    }

    /// <summary>Something is called below it; otherwise it only tells the developer, who reads it.</summary>
    private bool SkipsWork(Raise raise) => _context.Code.Calls.Any(call => call.Start > raise.End && ReferenceEquals(_context.Code.FunctionAround(call), _finalizer)
        && !_context.Code.Around(call).TakeWhile(around => !ReferenceEquals(around, _finalizer)).Any(static around => around is Raise));

    public override void VisitCall(Call node)
    {
        if (node.Function is Python.Syntax.Attribute method && Additions.Contains(method.Name) && node.Arguments.Any(IsSelf))
        {
            // What takes it out again looks after it: a child process that has to be waited for.
            Add(_context.Rules.TrustsPaths && _context.Trims.IsTrimmed(method.Value) ? FindingLevel.Note : FindingLevel.Warning, node, $"__del__ brings its {_type.Name} back to life: it is stored again, and will not be finalized a second time", "Give objects back in a method that is called on purpose, not when they are collected");
        }

        base.VisitCall(node);
    }

    public override void VisitAssign(Assign node)
    {
        if (IsSelf(node.Value) && node.Targets.Any(target => target is Subscript or Python.Syntax.Attribute || (target is Name name && _context.Uses.OwnerOf(name) is { } owner && _context.Uses.IsOfModule(owner))))
        {
            Add(FindingLevel.Warning, node, $"__del__ brings its {_type.Name} back to life: it is stored again, and will not be finalized a second time", "Give objects back in a method that is called on purpose, not when they are collected");
        }

        base.VisitAssign(node);
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitLambda(Lambda node)
    {
    }

    /// <summary>When an object that is still referred to is done with, nothing calls <c>__del__</c>, and nobody else can release what it holds.</summary>
    private void CheckRelease()
    {
        if (FieldRelease.CloserOf(_type) is not null || FieldRelease.HasForeignBase(_context, _type))
        {
            return;
        }

        foreach (var use in _context.Resources)
        {
            if (use is { Fate: ResourceFate.Field, Place: Python.Syntax.Attribute field } && ReferenceEquals(_context.Code.ClassOfSelf(field), _type)
                && VariableUse.Of(_context, field, use.Resource) is { Escapes: false, Releases: { Count: > 0 } releases } && releases.All(release => _context.Code.IsInside(release, _finalizer)))
            {
                Add(FindingLevel.Note, _finalizer.Body[0], $"Only __del__ releases {field.Name}: as long as anything refers to the {_type.Name}, its {use.Resource.What} stays open", $"Give {_type.Name} a close() and __exit__(), and let __del__ only warn");
                return;
            }
        }
    }

    /// <summary>An object that keeps a method of its own is a ring: nothing finalizes it before the garbage collector finds it.</summary>
    private void CheckRing()
    {
        foreach (var method in _type.Body.OfType<FunctionDef>())
        {
            foreach (var field in _context.Uses.AttributesNamed(method.Name))
            {
                if (_context.Code.ParentOf(field) is Assign { Targets: [Attribute kept] } assign && ReferenceEquals(assign.Value, field) && ReferenceEquals(_context.Code.ClassOfSelf(kept), _type)
                    && ReferenceEquals(_context.Code.ClassOfSelf(field), _type) && ReferenceEquals(CachedMethodKeepsSelfRule.TypeOfSelf(_context, method), _type) && field.Context is ExpressionContext.Load)
                {
                    Add(FindingLevel.Note, assign, $"This {_type.Name} refers to itself by {kept.Name}: its __del__ waits for the garbage collector", "Keep the name of the method, or a weakref.WeakMethod");
                    return;
                }
            }
        }
    }

    private bool IsSelf(Expression expression) =>
        expression is Name name && _finalizer.Parameters.Positional is [var self, ..] && string.Equals(name.Id, self.Name, StringComparison.Ordinal);

    private void Add(FindingLevel level, SyntaxNode node, string message, string advice) => _findings.Add(UncountedFinding.Of(_rule, level, node, message, advice));
}
