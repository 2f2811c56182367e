using System.Collections.Immutable;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>
/// Whether what one call of a library switches on is switched off again: by the other call, by a function of the same file that makes
/// it, by a manager of the file that is left, or by whoever is given the function that does.
/// </summary>
internal sealed class SwitchQuestion : PathQuestion
{
    private readonly RuleContext _context;
    private readonly SwitchNames _names;
    private readonly HashSet<string> _stoppers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _remembered = new(StringComparer.Ordinal);
    private readonly PathConditions _conditions;
    private readonly ActionFinder _actions;

    /// <param name="offCalls">The calls of this file that switch it off.</param>
    public SwitchQuestion(RuleContext context, Call on, SwitchNames names, ImmutableArray<Call> offCalls)
    {
        _context = context;
        _names = names;
        _conditions = PathConditions.At(on, context.Code);
        _actions = new ActionFinder(context.Names, _remembered);
        NoteRemembered(context.Code.FunctionAround(on) ?? context.Tree.Root);
        foreach (var off in offCalls)
        {
            NoteStopper(off);
        }
    }

    public override PathEffect EffectOf(FlowPoint point)
    {
        if (point is { Kind: FlowPointKind.Leave, Node: WithItem { Context: Call manager } })
        {
            return IsStopper(manager) ? PathEffect.Release : PathEffect.None;
        }

        foreach (var node in point.Nodes)
        {
            switch (node)
            {
                case Call or Name when point.Kind is FlowPointKind.Test && IsQuestion(node):
                    return PathEffect.HandOver;
                case Call call when IsOff(call.Function) || (IsStopper(call) && point.Node is not WithItem):
                    return PathEffect.Release;
                case Name or Python.Syntax.Attribute when IsOff((Expression)node) && _context.Code.ParentOf(node) is not (Call or Python.Syntax.Attribute):
                    return PathEffect.HandOver;
                case Call call when call.Arguments.Any(IsOff):
                    return PathEffect.HandOver;
                default:
                    break;
            }
        }

        return PathEffect.None;
    }

    public override bool IsExcluded(Expression test, bool outcome) => _conditions.IsExcluded(test, outcome);

    /// <summary>Measuring and printing do not fail.</summary>
    public override bool MayRaise(FlowPoint point) => point.Node is Import or ImportFrom
        || point.Nodes.Any(node => node is Yield or YieldFrom or Await || (node is Call call && !_actions.IsShown(call) && !_actions.IsPure(call) && !IsReading(call)));

    private bool IsReading(Call call) => _context.Diagnostics.Readings.Contains(call);

    private bool IsOff(Expression function) => _context.Names.Resolve(function) is { } name && _names.Off.Contains(name.Text);

    /// <summary>Code that asks for the state, or remembers it from before, knows what it does.</summary>
    private bool IsQuestion(SyntaxNode node) => node switch
    {
        Call call => _context.Names.Resolve(call.Function) is { } name && _names.Asked.Contains(name.Text),
        Name { Context: ExpressionContext.Load } name => _remembered.Contains(name.Id),
        _ => false,
    };

    private void NoteRemembered(SyntaxNode function)
    {
        foreach (var call in _context.Code.Calls)
        {
            if (IsQuestion(call) && ReferenceEquals(_context.Code.FunctionAround(call) ?? _context.Tree.Root, function) && _context.Code.StatementAround(call) is Assign { Targets: [Name name] })
            {
                _remembered.Add(name.Id);
            }
        }
    }

    /// <summary>The function that makes the call stops it too, and so does a manager that makes it when it is left.</summary>
    private void NoteStopper(Call off)
    {
        if (_context.Code.FunctionAround(off) is not FunctionDef function)
        {
            return;
        }

        _stoppers.Add(function.Name);
        if (_context.Code.ClassOf(function) is { } type)
        {
            _stoppers.Add(type.Name);
        }
    }

    private bool IsStopper(Call call) => call.Function switch
    {
        Name name => _stoppers.Contains(name.Id),
        Python.Syntax.Attribute method => _stoppers.Contains(method.Name),
        _ => false,
    };
}
