namespace LeakLens.Python.Syntax;

/// <summary>A replacement field of an f-string: <c>{value!r:spec}</c>. Conversion is -1 or the character.</summary>
public sealed class FormattedValue : Expression
{
    public FormattedValue(int start, int end, Expression value, int conversion, JoinedStr? formatSpec)
        : base(start, end)
    {
        Value = value;
        Conversion = conversion;
        FormatSpec = formatSpec;
    }

    public Expression Value { get; }

    public int Conversion { get; }

    public JoinedStr? FormatSpec { get; }

    public override SyntaxKind Kind => SyntaxKind.FormattedValue;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitFormattedValue(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
        visitor.VisitOptional(FormatSpec);
    }
}
