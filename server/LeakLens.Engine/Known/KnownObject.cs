namespace LeakLens.Engine.Known;

/// <summary>An instance of a library's type that is all known: a match, a date.</summary>
internal abstract record KnownObject
{
    /// <summary>The qualified name of the type.</summary>
    public abstract string Type { get; }

    /// <summary>What it keeps alive, by the names of attributes.</summary>
    public virtual IReadOnlyList<(string Name, object Value)> Holds => [];

    /// <summary><c>repr</c>; null when it is not known.</summary>
    public virtual string? Repr => null;

    /// <summary><c>str</c>; null when it is not known.</summary>
    public virtual string? Str => Repr;

    public virtual bool IsTrue => true;

    /// <summary>Two of them with equal values are one key of a dict.</summary>
    public virtual bool IsKey => false;

    /// <summary><c>format(value, specification)</c>; null when it is not known.</summary>
    public virtual string? Format(string specification) => specification.Length == 0 ? Str : null;

    /// <summary>An operator with this on its left, or on its right; null when it has none, or the result is not known.</summary>
    public virtual object? Operate(KnownOperator operation, object other, bool isRight) => null;

    /// <summary>Order among its like; null when there is none.</summary>
    public virtual int? CompareTo(object other) => null;
}
