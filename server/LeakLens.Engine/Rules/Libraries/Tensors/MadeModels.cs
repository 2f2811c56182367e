using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Tensors;

/// <summary>LL903 about models: those of Keras that a loop makes one after the other, and those that each request loads.</summary>
internal sealed class MadeModels
{
    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;
    private readonly LibraryData _data = LibraryData.Instance;

    public MadeModels(RuleContext context, RuleDescriptor rule)
    {
        _context = context;
        _rule = rule;
    }

    public IEnumerable<Finding> Check() => Built().Concat(Loaded());

    private IEnumerable<Finding> Built()
    {
        foreach (var call in _context.NamedCalls.Names.Where(_data.Set("models.built").Contains).SelectMany(_context.NamedCalls.Of))
        {
            foreach (var made in Uses(call))
            {
                if (Repetitions.LoopAround(_context, made) is { } loop && NameOf(made) is { } name && IsModelOf(name, loop) && !IsCleared(loop) && !IsTakenApart(made))
                {
                    yield return UncountedFinding.Of(_rule, FindingLevel.Warning, made, "Keras keeps the state of every model that this loop makes, also when the name is bound to the next one", "Forget the one before at the beginning of each trip: keras.backend.clear_session()");
                }
            }
        }
    }

    /// <summary>The call, and the calls of the function that returns what it makes.</summary>
    private IEnumerable<Call> Uses(Call call)
    {
        yield return call;
        if (_context.Code.FunctionAround(call) is FunctionDef function && _context.Code.ClassOf(function) is null && _context.Code.LoopsAround(call).FirstOrDefault() is null
            && NameOf(call) is var name && _context.Code.Returns.Any(result => ReferenceEquals(_context.Code.FunctionAround(result), function) && result.Value is { } value && (ReferenceEquals(value, call) || (name is not null && SameExpression.Is(value, name)))))
        {
            foreach (var use in _context.Code.CallsNamed(function.Name).Where(use => ReferenceEquals(Definitions.FunctionOf(_context, use.Function), function)))
            {
                yield return use;
            }
        }
    }

    private Name? NameOf(Call call) => _context.Code.ParentOf(call) is Assign { Targets: [Name name] } ? name : null;

    /// <summary>It is trained or asked in the loop: a model of its own, not a layer of a larger one.</summary>
    private bool IsModelOf(Name name, Statement loop) => _context.UsesOf(name).Any(use => _context.Code.IsInside(use, loop)
        && _context.Code.ParentOf(use) is Python.Syntax.Attribute { Name: var method } member && _context.Code.ParentOf(member) is Call && _data.Set("models.used").Contains(method));

    private bool IsCleared(Statement loop) => _context.Code.CallsWithin(loop).Any(IsClearing);

    private bool IsClearing(Call call) => (_context.Names.Resolve(call.Function) is { } name && _data.Set("models.cleared").Contains(name.Text))
        || (Definitions.FunctionOf(_context, call.Function) is { } function && _context.Code.CallsWithin(function).Any(inner => _context.Names.Resolve(inner.Function) is { } deep && _data.Set("models.cleared").Contains(deep.Text)));

    /// <summary>The loop ends after the first, in a way of its own.</summary>
    private bool IsTakenApart(Call made) => _context.Code.Around(made).TakeWhile(static around => around is not (For or While)).Any(static around => around is With { Items: [{ Context: Call { Function: Python.Syntax.Attribute { Name: "as_default" } } }, ..] });

    private IEnumerable<Finding> Loaded()
    {
        foreach (var call in _context.Code.Calls)
        {
            if (_context.Names.Resolve(call.Function) is { } name && IsLoading(name.Text) && _context.Code.FunctionAround(call) is FunctionDef function && Repetitions.IsHandler(_context, function) && !IsKept(call))
            {
                yield return UncountedFinding.Of(_rule, FindingLevel.Warning, call, "Every request loads the model anew: as many are in memory at once as requests are answered", "Load it once when the program starts, and use it from there")
                    .With(function, "called for each request or task");
            }
        }
    }

    private bool IsLoading(string name)
    {
        if (_data.Set("models.loaded").Contains(name))
        {
            return true;
        }

        var parts = name.Split('.');
        return _data.Set("models.loadingMethods").Contains(parts[^1]) && _data.Set("models.loaders").Contains(parts[0]);
    }

    /// <summary>It is stored for the next one, or only loaded when nothing is there.</summary>
    private bool IsKept(Call call)
    {
        foreach (var around in _context.Code.Around(call))
        {
            switch (around)
            {
                case Assign assign when assign.Targets.Any(target => target is Python.Syntax.Attribute or Subscript || (target is Name name && _context.Uses.OwnerOf(name) is { } owner && _context.Uses.IsOfModule(owner))):
                case If { Test: Compare { Operators: [CompareOperator.Is or CompareOperator.NotIn] } or UnaryOp { Operator: UnaryOperator.Not } }:
                    return true;
                case FunctionDef:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }
}
