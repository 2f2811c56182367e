using System.Numerics;

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

    /// <summary>Order among its like, and beside numbers; null when there is none.</summary>
    public virtual int? CompareTo(object other) => null;

    /// <summary>Of a number: the int or float that it is equal to, which is the same key of a dict; null when there is none.</summary>
    public virtual object? Number => null;

    /// <summary>Of a number: <c>int(value)</c>.</summary>
    public virtual BigInteger? Truncated => null;

    /// <summary>Of a number: <c>float(value)</c>.</summary>
    public virtual double? Float => null;

    /// <summary>Of a number: <c>-value</c>; null when it has none.</summary>
    public virtual object? Negated => null;

    /// <summary>Of a number: <c>abs(value)</c>; null when it has none.</summary>
    public virtual object? Absolute => null;

    /// <summary>Of a number: <c>round(value, places)</c>; null when it has none.</summary>
    public virtual object? Round(int? places) => null;
}
