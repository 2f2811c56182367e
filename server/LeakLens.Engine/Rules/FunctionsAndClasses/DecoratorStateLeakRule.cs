using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL204: what a decorator puts around a function grows a collection with the calls of that function.</summary>
internal sealed class DecoratorStateLeakRule : CarrierRule
{
    public override string Id => "LL204";

    protected override bool CountsWhileItRuns => true;

    public override bool Covers(GrowthCase growth) => DecoratorShape.DecoratorOf(growth) is not null;

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message(DecoratorShape.DecoratorOf(growth) switch
    {
        FunctionDef decorator => $"kept by every function that {decorator.Name} decorates",
        ClassDef decorator => $"kept by every function that {decorator.Name} decorates",
        _ => null,
    });

    public override string? Advice(GrowthCase growth) =>
        "Create the collection inside the wrapper, clear it in a finally after each call, or use functools.lru_cache(maxsize=...) if it is a cache";
}
