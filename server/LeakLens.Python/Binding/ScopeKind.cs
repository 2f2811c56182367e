namespace LeakLens.Python.Binding;

/// <summary>What opens a scope.</summary>
public enum ScopeKind
{
    Module,
    Class,
    Function,
    Lambda,
    Comprehension,
    TypeParameters,
}
