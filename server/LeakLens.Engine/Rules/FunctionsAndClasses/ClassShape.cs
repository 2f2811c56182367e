using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>What a class of the file says about itself and, through the names of its bases, about what it inherits.</summary>
internal static class ClassShape
{
    private const int MostBases = 8;

    /// <summary>It can stand in a <c>with</c>.</summary>
    public static bool IsContextManager(ClassDef type, CodeMap code) =>
        (HasMethod(type, "__enter__", code) && HasMethod(type, "__exit__", code)) || (HasMethod(type, "__aenter__", code) && HasMethod(type, "__aexit__", code));

    private static bool HasMethod(ClassDef type, string name, CodeMap code)
    {
        var left = MostBases;
        return Has(type);

        bool Has(ClassDef one) =>
            left-- > 0 && (one.Body.OfType<FunctionDef>().Any(method => method.Name.Equals(name, StringComparison.Ordinal))
                || one.Bases.OfType<Name>().Any(parent => code.Classes.FirstOrDefault(known => known.Name.Equals(parent.Id, StringComparison.Ordinal)) is { } known && Has(known)));
    }
}
