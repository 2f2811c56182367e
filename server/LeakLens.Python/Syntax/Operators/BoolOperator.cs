namespace LeakLens.Python.Syntax;

/// <summary>Short-circuit operators.</summary>
public enum BoolOperator
{
    And,
    Or,
}
