using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>What a rule wants to know of the ways through a function: which points release what was acquired.</summary>
internal abstract class PathQuestion
{
    public abstract PathEffect EffectOf(FlowPoint point);

    /// <summary>While it is held, the test does not come out like that.</summary>
    public virtual bool IsExcluded(Expression test, bool outcome) => false;

    /// <summary>The loop ends what is held, whatever number of trips it has: no way leads past it that still holds it.</summary>
    /// <param name="head">Where the loop fetches its next item.</param>
    public virtual bool EndsInTrips(FlowPoint head) => false;

    /// <summary>Each trip of a loop acquires one of its own: that the way comes by again says nothing.</summary>
    public virtual bool IsOnePerTrip => false;

    /// <summary>Exceptions are thought of that a handler for <c>OSError</c> does not catch.</summary>
    public virtual bool FollowsPastFailure => true;

    /// <summary>The point may raise an exception that is worth to think of.</summary>
    public virtual bool MayRaise(FlowPoint point) => true;
}
