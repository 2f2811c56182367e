using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>What two expressions of a file have in common when they speak of one container.</summary>
internal static class Places
{
    /// <summary>
    /// The symbol of a name, or the name of an attribute, whosever it is: of <c>self.jobs[key].items()</c> it is <c>jobs</c>. Null for what
    /// has neither.
    /// </summary>
    public static object? PlaceOf(this ScopeTree scopes, Expression holder)
    {
        for (; ; )
        {
            switch (holder)
            {
                case Subscript item:
                    holder = item.Value;
                    break;
                case Attribute attribute:
                    return attribute.Name;
                case Name name when scopes.GetScopeOf(name) is { } scope && scopes.GetSymbol(name) is { } symbol:
                    return scopes.GetOwner(scope, symbol) is { } owner ? owner : symbol;
                case Call { Function: Attribute method }:
                    holder = method.Value;
                    break;
                case Call { Function: Name { Id: "list" or "tuple" or "sorted" or "reversed" or "set" or "enumerate" }, Arguments: [var copied, ..] }:
                    holder = copied;
                    break;
                default:
                    return null;
            }
        }
    }
}
