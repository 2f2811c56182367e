using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Views;

/// <summary>Where a value goes when it stays.</summary>
internal static class ViewPlaces
{
    /// <summary>The whole is stored, returned or made a part of something by what is around its name.</summary>
    public static bool IsKeeping(SyntaxNode? around, SyntaxNode use) => around switch
    {
        Call { Function: Python.Syntax.Attribute { Name: "append" or "add" or "extend" or "insert" or "put" or "setdefault" } } call => !ReferenceEquals(call.Function, use),
        Assign { Targets: [Python.Syntax.Attribute or Subscript] } assign => ReferenceEquals(assign.Value, use),
        Return or Yield or Python.Syntax.Tuple { Context: ExpressionContext.Load } or List { Context: ExpressionContext.Load } or Dict => true,
        _ => false,
    };
}
