using System.Collections.Frozen;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>Which syntax runs a function without naming it, in words.</summary>
internal static class HiddenSyntax
{
    private static readonly FrozenDictionary<string, string> Looks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["__setattr__"] = "setting an attribute",
        ["__set__"] = "setting an attribute",
        ["__getattr__"] = "reading an attribute",
        ["__getattribute__"] = "reading an attribute",
        ["__get__"] = "reading an attribute",
        ["__delattr__"] = "deleting an attribute",
        ["__setitem__"] = "setting an item",
        ["__getitem__"] = "reading an item",
        ["__missing__"] = "reading a key that is missing",
        ["__delitem__"] = "deleting an item",
        ["__contains__"] = "the operator in",
        ["__call__"] = "calling the object",
        ["__iter__"] = "looping over it",
        ["__next__"] = "looping over it",
        ["__len__"] = "len()",
        ["__bool__"] = "testing it",
        ["__hash__"] = "hashing it",
        ["__eq__"] = "comparing it",
        ["__lt__"] = "comparing it",
        ["__str__"] = "printing it",
        ["__repr__"] = "printing it",
        ["__format__"] = "printing it",
        ["__iadd__"] = "the operator +=",
        ["__add__"] = "the operator +",
        ["__radd__"] = "the operator +",
        ["__isub__"] = "the operator -=",
        ["__sub__"] = "the operator -",
        ["__mul__"] = "the operator *",
        ["__or__"] = "the operator |",
        ["__ior__"] = "the operator |=",
        ["__and__"] = "the operator &",
        ["__lshift__"] = "the operator <<",
        ["__ilshift__"] = "the operator <<=",
        ["__rshift__"] = "the operator >>",
        ["__matmul__"] = "the operator @",
        ["__mod__"] = "the operator %",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A type that defines one of these says that it can be filled with it, or that it remembers.</summary>
    private static readonly FrozenSet<string> Contracts = FrozenSet.ToFrozenSet(
        ["__setitem__", "__getitem__", "__missing__", "__call__", "__iadd__", "__ior__", "__ilshift__", "__lshift__", "__next__", "__iter__"], StringComparer.Ordinal);

    /// <summary>What runs a special method or a property; null for functions that are called by name.</summary>
    public static string? LookOf(SyntaxNode? function) => function is FunctionDef definition
        ? Looks.GetValueOrDefault(definition.Name) ?? (IsProperty(definition) ? "using a property" : null)
        : null;

    public static bool IsContract(SyntaxNode? function) => function is FunctionDef definition && Contracts.Contains(definition.Name);

    /// <summary>Some function on the way from the program's own code to the growth is run by syntax, or by whom it was handed to.</summary>
    public static string? LookOfCaller(GrowthCase growth) => CallerOf(growth) switch
    {
        null => null,
        Call => "a function that is handed on",
        Attribute => "using an attribute",
        Subscript => "using an item",
        _ => "using an operator",
    };

    /// <summary>The nearest place on the way to the growth that does not look like a call of what it runs.</summary>
    public static SyntaxNode? CallerOf(GrowthCase growth)
    {
        var calls = growth.Fact.Calls;
        for (var i = calls.Length - 1; i >= 0; i--)
        {
            if ((calls[i] is Attribute or Subscript or BinOp or AugAssign or Compare or UnaryOp && !IsDecorator(calls[i], growth)) || IsCallOfParameter(calls[i], growth))
            {
                return calls[i];
            }
        }

        return null;
    }

    private static bool IsDecorator(SyntaxNode node, GrowthCase growth) => growth.Context.Code.ParentOf(node) is FunctionDef or ClassDef;

    private static bool IsCallOfParameter(SyntaxNode node, GrowthCase growth) =>
        node is Call { Function: Name called }
        && growth.Context.Code.FunctionAround(node) is FunctionDef around
        && around.Parameters.Positional.Any(parameter => parameter.Name.Equals(called.Id, StringComparison.Ordinal));

    private static bool IsProperty(FunctionDef function) => function.Decorators.Any(static decorator => decorator is
        Name { Id: "property" or "cached_property" } or Attribute { Name: "setter" or "getter" or "deleter" or "cached_property" });
}
