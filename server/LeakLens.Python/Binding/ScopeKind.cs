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

    /// <summary>An annotation that is never evaluated, under <c>from __future__ import annotations</c>; it hangs in no tree.</summary>
    Annotation,
}
