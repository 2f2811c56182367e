namespace LeakLens.Engine.Library;

/// <summary>The forms of <see cref="ModelNode"/>.</summary>
internal enum ModelNodeKind
{
    Constant,

    /// <summary>A parameter, <c>self</c>, or a name that an earlier effect set.</summary>
    Variable,

    /// <summary><c>x.name</c>: what the model keeps with an object.</summary>
    Attribute,
    Arithmetic,
    Comparison,

    /// <summary><c>a if test else b</c>.</summary>
    Choice,

    /// <summary>A word of the vocabulary, applied.</summary>
    Call,

    /// <summary><c>name = value</c>.</summary>
    Let,

    /// <summary><c>x.name = value</c>.</summary>
    SetAttribute,
}
