using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>A context manager's function ends behind its <c>yield</c> what it began before; an exception of the block is raised at the yield.</summary>
internal sealed class UndoneAfterYield : PathQuestion
{
    private readonly Call _release;
    private readonly IReadOnlySet<string> _releasers;

    /// <param name="release">What is done behind the <c>yield</c>.</param>
    /// <param name="releasers">Functions inside the manager's that do it as well.</param>
    public UndoneAfterYield(Call release, IReadOnlySet<string> releasers)
    {
        _release = release;
        _releasers = releasers;
    }

    public override PathEffect EffectOf(FlowPoint point)
    {
        foreach (var node in point.Nodes)
        {
            if (ReferenceEquals(node, _release) || (node is Call call && (SameThing.Is(call.Function, _release.Function) || (call.Function is Name called && _releasers.Contains(called.Id)))))
            {
                return PathEffect.Release;
            }
        }

        return PathEffect.None;
    }

    public override bool MayRaise(FlowPoint point) => point.Nodes.Any(static node => node is Yield);
}
