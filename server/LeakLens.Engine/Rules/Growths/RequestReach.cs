using LeakLens.Engine.Taint;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>Whether a growth is the work of requests: a framework calls the code around it, or what called that, and strangers send what it keeps.</summary>
internal static class RequestReach
{
    /// <summary>It happens in a handler, or in what a handler called when it was seen.</summary>
    public static bool IsIn(GrowthCase growth) =>
        growth.Functions.Any(function => IsHandler(growth, function))
        || growth.Fact.Calls.Any(call => call is FunctionDef entry ? IsHandler(growth, entry) : growth.Context.Code.FunctionsAround(call).Any(function => IsHandler(growth, function)));

    /// <summary>What decides about the number of entries comes with a request: the key, and where there is none what is stored.</summary>
    public static bool IsBrought(GrowthCase growth) =>
        growth.Context.Taint.Any(hit => hit.Rule is "LL106" && ReferenceEquals(hit.Node, growth.Fact.Node) && hit.Origin.Trust is not TaintTrust.Local);

    private static bool IsHandler(GrowthCase growth, SyntaxNode function) => function is FunctionDef definition && growth.Context.Frameworks.IsHandler(definition);
}
