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
}
