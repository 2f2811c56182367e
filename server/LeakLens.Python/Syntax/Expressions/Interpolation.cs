namespace LeakLens.Python.Syntax;

/// <summary>A replacement field of a t-string (PEP 750), with the text of its expression.</summary>
public sealed class Interpolation : Expression
{
    public Interpolation(int start, int end, Expression value, string text, int conversion, JoinedStr? formatSpec)
        : base(start, end)
    {
        Value = value;
        Text = text;
        Conversion = conversion;
        FormatSpec = formatSpec;
    }

    public Expression Value { get; }

    public string Text { get; }

    public int Conversion { get; }

    public JoinedStr? FormatSpec { get; }

    public override SyntaxKind Kind => SyntaxKind.Interpolation;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitInterpolation(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Value);
        visitor.VisitOptional(FormatSpec);
    }
}
