using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL205: a context manager collects, and leaving it does not let go of what was collected.</summary>
internal sealed class ContextManagerRetentionRule : CarrierRule
{
    public override string Id => "LL205";

    protected override bool CountsWhileItRuns => true;

    public override bool Covers(GrowthCase growth) => IsInstanceOfManager(growth) || IsManagerFunction(growth) || IsExitStack(growth);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = base.Judge(growth, rule);
        var isLarge = rule.GetThreshold("error-text-characters") is > 0 and var characters && growth.Fact.Content.LargestText >= characters;
        return isLarge && !growth.IsReleased && !growth.Fact.IsShared ? FindingLevel.Error : level;
    }

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message(
        IsExitStack(growth) ? "held until the ExitStack is left"
        : IsManagerFunction(growth) ? "never released after the yield"
        : "not released when the with statement ends");

    public override string? Advice(GrowthCase growth) =>
        IsExitStack(growth) ? "Leave each context inside the loop, with a with statement of its own"
        : IsManagerFunction(growth) ? "Take out after the yield, in a finally, what was put in before it"
        : "Clear the collection in __exit__, or limit how much the methods put into it";

    private static bool IsInstanceOfManager(GrowthCase growth) =>
        growth.Fact is { Holding: Holding.Instance, Holder: ClassDef type }
        && growth.Context.Code.IsInside(growth.Fact.Node, type)
        && ClassShape.IsContextManager(type, growth.Context.Code);

    /// <summary>A function under <c>@contextmanager</c> puts something into what it did not make itself.</summary>
    private static bool IsManagerFunction(GrowthCase growth) =>
        growth.Function is FunctionDef function
        && growth.IsPersistent
        && !ReferenceEquals(growth.Origin, function)
        && function.Decorators.Any(decorator => growth.Context.Names.Resolve(decorator)?.Text is "contextlib.contextmanager" or "contextlib.asynccontextmanager");

    private static bool IsExitStack(GrowthCase growth) =>
        growth.Fact.Container is Call made && growth.Context.Names.Resolve(made.Function)?.Text is "contextlib.ExitStack" or "contextlib.AsyncExitStack";
}
