namespace LeakLens.Python.Syntax;

/// <summary>Comparisons, named as in CPython's grammar.</summary>
public enum CompareOperator
{
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}
