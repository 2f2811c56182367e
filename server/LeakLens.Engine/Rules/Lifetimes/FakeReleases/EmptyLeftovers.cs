using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.FakeReleases;

/// <summary>
/// Counters that go down to zero and collections under keys that get empty, while the keys themselves stay for ever: small each, and one for every
/// key that ever was.
/// </summary>
internal static class EmptyLeftovers
{
    public static IEnumerable<FakeRelease> Find(GrowthCase growth, Expression container)
    {
        if (growth.Fact.ContainerKind is not ObjectKind.Dict || growth.Fact.Owner is not { IsOfWorld: false, Lifetime: Lifetime.Module or Lifetime.Class or Lifetime.Instance } || !growth.IsOpenEnded || growth.Context.IsTended(container, growth.Function))
        {
            yield break;
        }

        var name = new GrowthText(growth).Name();
        foreach (var use in growth.Context.UsesOf(container))
        {
            if (growth.Context.Code.ParentOf(use) is not Subscript item || !ReferenceEquals(item.Value, use))
            {
                continue;
            }

            if (growth.Context.Code.ParentOf(item) is AugAssign { Operator: BinaryOperator.Sub } down)
            {
                yield return new FakeRelease(down, $"A count that falls to zero stays in {name}: there is one for every key that ever was", $"Delete it at zero: if not {name}[key]: del {name}[key]", IsDoubtful: true);
            }
            else if (growth.Context.Code.ParentOf(item) is Python.Syntax.Attribute { Name: "remove" or "discard" or "pop" or "popleft" } taken)
            {
                yield return new FakeRelease(taken, $"What gets empty stays in {name} under its key: there is one for every key that ever was", $"Delete it when it is empty: if not {name}[key]: del {name}[key]", IsDoubtful: true);
            }
        }
    }
}
