namespace LeakLens.Python.Syntax;

/// <summary>Arithmetic and bitwise operators, named as in CPython's grammar.</summary>
public enum BinaryOperator
{
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}
