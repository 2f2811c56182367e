using System.Collections.Frozen;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>What was begun on an object is ended by one of its methods, on all ways or not.</summary>
internal sealed class UndoneBy : PathQuestion
{
    private readonly RuleContext _context;
    private readonly Expression _receiver;
    private readonly FrozenSet<string> _ends;
    private readonly bool _isOrdinary;
    private readonly PathConditions _conditions;
    private readonly FunctionDef? _beginning;
    private readonly bool _isAsync;
    private readonly LoopPair _loops;

    /// <param name="begin">The call of a method of <paramref name="receiver"/> that begins it.</param>
    /// <param name="isOrdinary">Only what fails in ordinary operation raises exceptions: reading and writing, code that was handed in, waiting in a task that may be cancelled.</param>
    public UndoneBy(RuleContext context, Call begin, Expression receiver, FrozenSet<string> ends, bool isOrdinary = false)
    {
        _isOrdinary = isOrdinary;
        _conditions = PathConditions.At(begin, context.Code);
        _context = context;
        _receiver = receiver;
        _ends = ends;
        _isAsync = context.Code.FunctionAround(begin) is FunctionDef { IsAsync: true };
        _beginning = Definitions.FunctionOf(context, begin.Function);
        _loops = new LoopPair(context, begin);
        IsOnePerTrip = _loops.IsInLoop && context.Code.FunctionAround(begin) is { } function && context.Code.CallsWithin(function).Any(call => IsEnd(call.Function) && _loops.HasSecond(call));
    }

    public override PathEffect EffectOf(FlowPoint point)
    {
        foreach (var node in point.Nodes)
        {
            if (IsEnd(node))
            {
                // Not called here, it is kept to be called: callbacks.callback(lock.release).
                return _context.Code.ParentOf(node) is Call call && ReferenceEquals(call.Function, node) ? PathEffect.Release : PathEffect.HandOver;
            }

            // A function that ends it, and that somebody may call later: result.addCallback(done).
            if (node is FunctionDef inner && _context.Code.CallsWithin(inner).Any(call => call.Function is Attribute end && _ends.Contains(end.Name) && SameThing.Is(end.Value, _receiver)))
            {
                return PathEffect.HandOver;
            }

            // from tool import lock, unlock: the same by its plain name.
            if ((node is Call { Function: Name function } && _ends.Contains(function.Id)) || (node is WithItem item && SameThing.Is(item.Context, _receiver)))
            {
                return PathEffect.Release;
            }
        }

        return PathEffect.None;
    }

    public override bool IsOnePerTrip { get; }

    public override bool EndsInTrips(FlowPoint head) => IsOnePerTrip && _loops.EndsEach(head, this);

    public override bool IsExcluded(Expression test, bool outcome) => _conditions.IsExcluded(test, outcome) || (outcome && AsksForFailure(test));

    /// <summary>A task that is cancelled while it waits is not stopped by a handler for files.</summary>
    public override bool FollowsPastFailure => !_isOrdinary || !_context.Rules.TrustsPaths || _isAsync;

    public override bool MayRaise(FlowPoint point) => point.Nodes.Any(node => node is Await or Yield or YieldFrom || (node is Call call && (_isOrdinary ? FailsOften(call) : MayFail(call))));

    private bool IsEnd(SyntaxNode node) => node is Attribute method && _ends.Contains(method.Name) && SameThing.Is(method.Value, _receiver);

    /// <summary><c>self.lock()</c>, then <c>if self.error: return</c>, where <c>lock()</c> itself sets <c>error</c>: what did not begin is not to be ended.</summary>
    private bool AsksForFailure(Expression test)
    {
        var asked = test is UnaryOp { Operator: UnaryOperator.Not } not ? not.Operand : test;
        return _beginning is not null && asked is Attribute flag && _context.Code.ParentOf(test) is If { Body: [.., Return or Raise] } && _context.Code.ClassOfSelf(flag) is { } type
            && _context.Uses.AttributesNamed(flag.Name).Any(use => use.Context is ExpressionContext.Store && ReferenceEquals(_context.Code.ClassOfSelf(use), type) && _context.Code.IsInside(use, _beginning));
    }

    private bool FailsOften(Call call) => !(_context.Rules.TrustsPaths && (IsOfDebugging(call) || IsOwnAndSafe(call))) && IsNamedOftenFailing(call);

    /// <summary><c>if __debug__:</c>, which writes down what is done.</summary>
    private bool IsOfDebugging(Call call) => _context.Code.Around(call).TakeWhile(static around => around is not FunctionDef).Any(static around => around is If { Test: Name { Id: "__debug__" } or BoolOp { Operator: BoolOperator.And, Values: [Name { Id: "__debug__" }, ..] } });

    /// <summary>A method of the same class, in which nothing fails often but what it catches itself.</summary>
    private bool IsOwnAndSafe(Call call) => call.Function is Attribute && Definitions.FunctionOf(_context, call.Function) is { } method
        && _context.Code.CallsWithin(method).All(inner => !IsNamedOftenFailing(inner) || _context.Code.Around(inner).TakeWhile(around => !ReferenceEquals(around, method)).Any(static around => around is Try { Handlers.Length: > 0 } or With));

    private bool IsNamedOftenFailing(Call call) => call.Function switch
    {
        Attribute method when CleanupData.BuiltIn.OftenFailing.Contains(method.Name) => true,
        Name name when _context.Code.FunctionsAround(call).Any(function => Origins.IsParameter(name.Id, function)) => true,
        _ => _context.Names.Resolve(call.Function)?.Text is { } known && CleanupData.BuiltIn.OftenFailingCalls.Contains(known),
    };

    private bool MayFail(Call call) => call.Function switch
    {
        Attribute method when CleanupData.BuiltIn.SafeMethods.Contains(method.Name) => false,
        _ => _context.Names.Resolve(call.Function) is not { IsCertain: true, Text: var name } || !CleanupData.BuiltIn.SafeCalls.Contains(name),
    };
}
