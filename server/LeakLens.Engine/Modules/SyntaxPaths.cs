using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Modules;

/// <summary>Names with dots.</summary>
internal static class SyntaxPaths
{
    /// <summary><c>a.b.c</c> for just that; null for any other expression.</summary>
    public static string? DottedOf(Expression expression) => expression switch
    {
        Name name => name.Id,
        Attribute { Value: Name or Attribute } attribute when DottedOf(attribute.Value) is { } path => path + "." + attribute.Name,
        _ => null,
    };

    /// <summary>The module that <c>from package import module</c> names, without the dots in front.</summary>
    public static string DottedOf(ImportFrom from, Alias alias) => string.IsNullOrEmpty(from.ModuleName) ? alias.Name : from.ModuleName + "." + alias.Name;
}
