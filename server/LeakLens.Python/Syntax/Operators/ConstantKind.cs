namespace LeakLens.Python.Syntax;

/// <summary>What a literal is.</summary>
public enum ConstantKind
{
    None,
    True,
    False,
    Ellipsis,
    Integer,
    Float,
    Imaginary,
    String,
    Bytes,
}
