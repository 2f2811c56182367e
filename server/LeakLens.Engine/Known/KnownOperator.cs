namespace LeakLens.Engine.Known;

/// <summary>The binary operators of known values.</summary>
internal enum KnownOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    ShiftLeft,
    ShiftRight,
    And,
    Or,
    Xor,
}
