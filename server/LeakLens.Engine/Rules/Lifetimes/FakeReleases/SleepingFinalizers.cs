using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.FakeReleases;

/// <summary>Objects that a collection keeps have a <c>__del__</c>: it does not run before they are dropped.</summary>
internal static class SleepingFinalizers
{
    public static IEnumerable<FakeRelease> Find(GrowthCase growth)
    {
        foreach (var item in growth.Fact.Content.Items)
        {
            if (item.Kind is ObjectKind.Instance && item.TypeName is { } name && growth.IsPersistent)
            {
                foreach (var finalizer in growth.Context.Code.ClassesNamed(name).SelectMany(static type => type.Body.OfType<FunctionDef>()).Where(static method => method is { Name: "__del__", Body.IsEmpty: false }))
                {
                    var holder = new GrowthText(growth).Name();
                    yield return new FakeRelease(finalizer.Body[0], $"This runs for no {name} that {holder} holds: __del__ waits until nothing refers to the object", $"Take the objects out of {holder}, or give {name} a close() that is called");
                }
            }
        }
    }
}
