using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Strings made from a format and values: the characters while they are few and known, the length in any case.</summary>
internal sealed partial class Evaluator
{
    /// <summary><c>format % values</c>.</summary>
    private Value FormatPercent(Value format, Value values, SyntaxNode node)
    {
        if (format.Text is not { } text || TextFormatting.Split(text) is not { } pieces)
        {
            return NewStr(Quantity.SomeLength, StringKind.Ascii, text: null, node);
        }

        var builder = new TextBuilder(LongestKnownText);
        var index = 0;
        foreach (var piece in pieces)
        {
            builder.Append(piece.Literal);
            if (piece.Conversion != '\0')
            {
                AppendField(builder, piece, Operand(values, index++), node);
            }
        }

        return NewStr(builder.Length, builder.Kind, builder.Text, node);
    }

    private static Value Operand(Value values, int index) =>
        values.Reference is { Kind: ObjectKind.Tuple } tuple ? tuple.Get(SlotKey.Item(index)) : index == 0 ? values : Value.Absent;

    private void AppendField(TextBuilder builder, FormatPiece field, Value value, SyntaxNode node)
    {
        if (value.Kind is ValueKind.Int or ValueKind.Bool && value.Number.IsExact && TextFormatting.Format(field, value.Number.Low) is { } digits)
        {
            DecideDigits(value.Number.Low, node);
            builder.Append(digits);
            return;
        }

        var printed = field.Conversion is 's' or 'r' ? Stringify(value, node, isRepr: field.Conversion == 'r') : Value.Unknown;
        var (length, kind, text) = TextOf(printed);
        if (text is not null)
        {
            builder.Append(TextFormatting.Pad(field, text));
        }
        else
        {
            builder.AppendUnknown(Quantity.Max(length, field.Width), kind);
        }
    }

    /// <summary>Adds up what a string is made of, and its characters as long as all are known and few.</summary>
    private sealed class TextBuilder
    {
        private readonly StringBuilder _text = new();
        private readonly int _longest;
        private bool _isKnown = true;

        public TextBuilder(int longest)
        {
            _longest = longest;
        }

        public Quantity Length { get; private set; } = Quantity.Zero;

        public StringKind Kind { get; private set; }

        public string? Text => _isKnown ? _text.ToString() : null;

        public void Append(string text)
        {
            Length += StringSizes.LengthOf(text);
            Widen(StringSizes.KindOf(text));
            _isKnown &= _text.Length + text.Length <= _longest;
            if (_isKnown)
            {
                _text.Append(text);
            }
        }

        public void AppendUnknown(Quantity length, StringKind kind)
        {
            Length += length;
            Widen(kind);
            _isKnown = false;
        }

        private void Widen(StringKind kind) => Kind = kind > Kind ? kind : Kind;
    }
}
