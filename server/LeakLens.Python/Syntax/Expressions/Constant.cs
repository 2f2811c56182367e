using System.Numerics;

namespace LeakLens.Python.Syntax;

/// <summary>
/// A literal: a number, a string (implicit concatenation joined), bytes, <c>None</c>, <c>True</c>, <c>False</c> or <c>...</c>.
/// </summary>
public sealed class Constant : Expression
{
    public Constant(int start, int end, ConstantKind literalKind, object? value, bool hasUnicodePrefix = false)
        : base(start, end)
    {
        LiteralKind = literalKind;
        Value = value;
        HasUnicodePrefix = hasUnicodePrefix;
    }

    public ConstantKind LiteralKind { get; }

    /// <summary>
    /// <see cref="long"/> or <see cref="BigInteger"/> for Integer, <see cref="double"/> for Float and Imaginary (the imaginary part),
    /// <see cref="string"/> for String, <see cref="byte"/> array for Bytes, otherwise null.
    /// </summary>
    public object? Value { get; }

    /// <summary>True for <c>u"..."</c>: CPython keeps it as <c>kind='u'</c>.</summary>
    public bool HasUnicodePrefix { get; }

    public override SyntaxKind Kind => SyntaxKind.Constant;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitConstant(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
