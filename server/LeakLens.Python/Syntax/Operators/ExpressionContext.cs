namespace LeakLens.Python.Syntax;

/// <summary>What is done with the value that an expression names.</summary>
public enum ExpressionContext
{
    Load,
    Store,
    Del,
}
