using System.Numerics;
using LeakLens.Python.Literals;

namespace LeakLens.Python.Syntax;

/// <summary>
/// A literal: a number, a string (implicit concatenation joined), bytes, <c>None</c>, <c>True</c>, <c>False</c> or <c>...</c>.
/// </summary>
public sealed class Constant : Expression
{
    /// <summary>The value, or the <see cref="LiteralSource"/> that works it out when it is first asked for.</summary>
    private object? _value;

    public Constant(int start, int end, ConstantKind literalKind, object? value, bool hasUnicodePrefix = false)
        : base(start, end)
    {
        LiteralKind = literalKind;
        _value = value;
        HasUnicodePrefix = hasUnicodePrefix;
    }

    public ConstantKind LiteralKind { get; }

    /// <summary>
    /// <see cref="long"/> or <see cref="BigInteger"/> for Integer, <see cref="double"/> for Float and Imaginary (the imaginary part),
    /// <see cref="string"/> for String, <see cref="byte"/> array for Bytes, otherwise null.
    /// </summary>
    public object? Value
    {
        get
        {
            var value = Decoded;
            return value is SplitString split ? split.Text : value;
        }
    }

    /// <summary>The value; a string in which Python sees surrogates apart as <see cref="SplitString"/>.</summary>
    internal object? Decoded
    {
        get
        {
            // Two threads may both decode: they write equal values.
            if (_value is LiteralSource source)
            {
                _value = source.Decode(this);
            }

            return _value;
        }
    }

    /// <summary>True for <c>u"..."</c>: CPython keeps it as <c>kind='u'</c>.</summary>
    public bool HasUnicodePrefix { get; }

    public override SyntaxKind Kind => SyntaxKind.Constant;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitConstant(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
