namespace LeakLens.Python.Syntax;

/// <summary>Unary operators, named as in CPython's grammar.</summary>
public enum UnaryOperator
{
    Invert,
    Not,
    UAdd,
    USub,
}
