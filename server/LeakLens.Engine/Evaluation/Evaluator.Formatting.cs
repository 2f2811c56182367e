using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Strings made from a format and values: the characters while they are few and known, the length in any case.</summary>
internal sealed partial class Evaluator
{
    /// <summary><c>b"packet %06d" % n</c>: as many bytes as the text would have characters.</summary>
    private Value FormatBytes(byte[] format, Value values, SyntaxNode node)
    {
        if (TryOperate(BinaryOperator.Mod, Value.OfBytes(format), values, node) is { } known)
        {
            return known;
        }

        var text = FormatPercent(Value.OfText(System.Text.Encoding.Latin1.GetString(format)), values, node);
        return Value.Of(_heap.AllocateBytes(node, _frame.Context, TextOf(text).Length));
    }

    /// <summary><c>format % values</c>.</summary>
    private Value FormatPercent(Value format, Value values, SyntaxNode node)
    {
        if (format.Text is not { } text || TextFormatting.Split(text) is not { } pieces)
        {
            return NewStr(Quantity.SomeLength, StringKind.Ascii, text: null, node);
        }

        var builder = new TextBuilder(LongestText);
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
        value = field.Conversion is 'r' or 'a' ? Stringify(value, node, isRepr: true) : value;
        var (length, kind, text) = TextOf(FormatValue(value, FieldFormat.OfPercent(field), node));
        if (text is not null)
        {
            builder.Append(text);
        }
        else
        {
            builder.AppendUnknown(length, kind);
        }
    }

    /// <summary><c>format(value, specification)</c>: numbers exactly, everything else padded to its width.</summary>
    private Value FormatValue(Value value, FieldFormat format, SyntaxNode node)
    {
        if (value.Kind is ValueKind.Int or ValueKind.Bool && value.Number.IsExact && format.Format(value.Number.Low) is { } digits)
        {
            DecideDigits(value.Number.Low, node);
            return NewText(digits, node);
        }

        if (ToDouble(value) is { } number && format.IsFloating && format.Format(number) is { } printed)
        {
            DecideFraction(number, Math.Max(0, format.Precision), node);
            return NewText(printed, node);
        }

        if (format.IsNumeric && !IsText(value))
        {
            return NewStr(LengthOfNumber(value, format), StringKind.Ascii, text: null, node);
        }

        var (length, kind, text) = TextOf(Stringify(value, node, isRepr: false));
        if (text is not null && (format.Precision < 0 || format.Precision >= text.Length))
        {
            return NewText(format.Pad(text, IsNumber(value)), node);
        }

        length = format.Precision >= 0 ? Quantity.Min(length, format.Precision) : length;
        return NewStr(Quantity.Max(length, format.Width), kind, text: null, node);
    }

    /// <summary>Numbers that are not known are printed as numbers of a usual size are.</summary>
    private static Quantity LengthOfNumber(Value value, FieldFormat format)
    {
        const int UsualDigits = 12;
        var fraction = format.IsFloating ? 1 + (format.Precision < 0 ? 6 : format.Precision) : 0;
        var whole = value.Kind == ValueKind.Int && value.Number is { HasFiniteHigh: true, Low: >= 0 } number
            ? new Quantity(Digits(number.Low), Digits(number.High))
            : new Quantity(1, UsualDigits);
        return Quantity.Max(whole + fraction, format.Width);
    }

    /// <summary>The printed length of a float bends where its whole part gains or loses a digit.</summary>
    private void DecideFraction(double number, int precision, SyntaxNode node)
    {
        const int MostPrecise = 6;
        var scaled = Math.Abs(number) * Math.Pow(10, Math.Min(precision, MostPrecise));
        if (scaled < 1e17)
        {
            DecideDigits((long)scaled, node);
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
