using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Whether two expressions of one function mean the same place: names, attributes, and items by the same key.</summary>
internal static class SameExpression
{
    public static bool Is(Expression? left, Expression? right) => (left, right) switch
    {
        (Name one, Name other) => string.Equals(one.Id, other.Id, StringComparison.Ordinal),
        (Python.Syntax.Attribute one, Python.Syntax.Attribute other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal) && Is(one.Value, other.Value),
        (Subscript one, Subscript other) => Is(one.Value, other.Value) && Is(one.Index, other.Index),
        (Constant one, Constant other) => one.LiteralKind == other.LiteralKind && Equals(one.Value, other.Value),
        (Tuple one, Tuple other) => one.Elements.Length == other.Elements.Length && one.Elements.Zip(other.Elements).All(static pair => Is(pair.First, pair.Second)),
        (Call one, Call other) => Is(one.Function, other.Function) && one.Keywords.IsEmpty && other.Keywords.IsEmpty
            && one.Arguments.Length == other.Arguments.Length && one.Arguments.Zip(other.Arguments).All(static pair => Is(pair.First, pair.Second)),
        _ => false,
    };
}
