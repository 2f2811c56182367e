using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>What a rule wants to know of the ways through a function: which points release what was acquired.</summary>
internal abstract class PathQuestion
{
    public abstract PathEffect EffectOf(FlowPoint point);

    /// <summary>While it is held, the test does not come out like that.</summary>
    public virtual bool IsExcluded(Expression test, bool outcome) => false;

    /// <summary>Exceptions are thought of that a handler for <c>OSError</c> does not catch.</summary>
    public virtual bool FollowsPastFailure => true;

    /// <summary>The point may raise an exception that is worth to think of.</summary>
    public virtual bool MayRaise(FlowPoint point) => true;
}
