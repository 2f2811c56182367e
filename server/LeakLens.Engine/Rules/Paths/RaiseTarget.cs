namespace LeakLens.Engine.Rules.Paths;

/// <summary>Where exceptions lead from a place in a function.</summary>
internal class RaiseTarget
{
    private readonly Lazy<FlowPoint> _point;

    public RaiseTarget(Lazy<FlowPoint> point) => _point = point;

    /// <summary>Where an exception of any class may be caught.</summary>
    public FlowPoint Any => _point.Value;

    /// <summary>Where an exception of a builtin class, such as <c>ValueError</c>, may be caught.</summary>
    public virtual FlowPoint For(string type) => Any;
}
