using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;

/// <summary>Compares names and chains of attributes, as a reader does who sees the same words twice in one function.</summary>
internal static class SameThing
{
    public static bool Is(Expression left, Expression right) => (left, right) switch
    {
        (Name one, Name other) => string.Equals(one.Id, other.Id, StringComparison.Ordinal),
        (Attribute one, Attribute other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal) && Is(one.Value, other.Value),
        _ => false,
    };

    /// <summary>The name that a chain of attributes begins with.</summary>
    public static Name? RootOf(Expression expression)
    {
        while (expression is Attribute attribute)
        {
            expression = attribute.Value;
        }

        return expression as Name;
    }
}
