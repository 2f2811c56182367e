using LeakLens.Python.Syntax;

namespace LeakLens.Python.Literals;

/// <summary>
/// The text that literals of a tree are decoded from when somebody asks for their value: most are never asked for. One per tree.
/// </summary>
internal sealed class LiteralSource(string text)
{
    /// <summary>The value of a constant whose span is a number, or one string literal or more that are plain.</summary>
    public object Decode(Constant constant)
    {
        var span = text.AsSpan(constant.Start, constant.End - constant.Start);
        return constant.LiteralKind switch
        {
            ConstantKind.Integer => NumberDecoder.DecodeInteger(span),
            ConstantKind.Float => NumberDecoder.DecodeFloat(span),
            ConstantKind.Imaginary => NumberDecoder.DecodeFloat(span[..^1]),
            ConstantKind.Bytes => StringDecoder.DecodeBytes(span),
            _ => StringDecoder.DecodeText(span),
        };
    }
}
