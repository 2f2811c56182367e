using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>A context manager's function ends behind its <c>yield</c> what it began before; an exception of the block is raised at the yield.</summary>
internal sealed class UndoneAfterYield : PathQuestion
{
    private readonly Call _release;

    public UndoneAfterYield(Call release) => _release = release;

    public override PathEffect EffectOf(FlowPoint point)
    {
        foreach (var node in point.Nodes)
        {
            if (ReferenceEquals(node, _release) || (node is Call call && SameThing.Is(call.Function, _release.Function)))
            {
                return PathEffect.Release;
            }
        }

        return PathEffect.None;
    }

    public override bool MayRaise(FlowPoint point) => point.Nodes.Any(static node => node is Yield);
}
