using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using LeakLens.Python.Literals;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Dumping;

/// <summary>Constants, f-strings, and what prints its values in its own way.</summary>
internal sealed partial class DumpWriter
{
    /// <summary>The bits of <see cref="SyntaxLimits.MaxIntegerDigits"/> digits.</summary>
    private const int MaxDecimalBits = SyntaxLimits.MaxIntegerDigits * 10 / 3;

    /// <summary>The string of whose parts the next node is one; null inside the expression of a field.</summary>
    private JoinedStr? _whole;

    /// <summary>That part is the last one of a format specification.</summary>
    private bool _isLast;

    /// <summary>The field whose expression is being printed.</summary>
    private FormattedValue? _field;

    public override void VisitConstant(Constant node)
    {
        Begin("Constant");
        Label("value");
        AppendValue(node);
        // In 3.11 the prefix of the first string goes for all parts of an f-string, but for the end of a specification.
        if (_whole is not null && !IsModern ? source[_whole.Start] == 'u' && !_isLast : node.HasUnicodePrefix)
        {
            Text("kind", "u");
        }

        End(node);
    }

    public override void VisitMatchSingleton(MatchSingleton node)
    {
        Begin("MatchSingleton");
        Label("value");
        AppendValue(node.Value);
        End(node);
    }

    public override void VisitCompare(Compare node)
    {
        Begin("Compare");
        Field("left", node.Left);
        Label("ops");
        _output.Append('[');
        for (var i = 0; i < node.Operators.Length; i++)
        {
            _output.Append(i > 0 ? ", " : string.Empty).Append(node.Operators[i].ToString()).Append("()");
        }

        _output.Append(']');
        Field("comparators", node.Comparators);
        End(node);
    }

    public override void VisitJoinedStr(JoinedStr node)
    {
        var outer = _whole;
        _whole = outer ?? node;
        Begin("JoinedStr");
        Values(node.Values, isSpecification: outer is not null);
        _whole = outer;
        End(node);
    }

    private void Values(ImmutableArray<Expression> values, bool isSpecification)
    {
        if (values.Length == 0 && IsModern)
        {
            return;
        }

        Label("values");
        _output.Append('[');
        for (var i = 0; i < values.Length; i++)
        {
            _output.Append(i > 0 ? ", " : string.Empty);
            _isLast = isSpecification && i == values.Length - 1;
            Visit(values[i]);
            _isLast = false;
        }

        _output.Append(']');
        _isFirst = false;
    }

    public override void VisitTemplateStr(TemplateStr node)
    {
        Begin("TemplateStr");
        Field("values", node.Values);
        End(node);
    }

    public override void VisitFormattedValue(FormattedValue node)
    {
        Begin("FormattedValue");
        var (whole, isLast, field) = (_whole, _isLast, _field);
        (_whole, _isLast, _field) = (null, false, node);
        Field("value", node.Value);
        (_whole, _field) = (whole, field);
        Field("conversion", node.Conversion);
        Optional("format_spec", node.FormatSpec);
        _isLast = isLast;
        End(node);
    }

    public override void VisitInterpolation(Interpolation node)
    {
        Begin("Interpolation");
        var whole = _whole;
        _whole = null;
        Field("value", node.Value);
        _whole = whole;
        Text("str", node.Text);
        Field("conversion", node.Conversion);
        Optional("format_spec", node.FormatSpec);
        End(node);
    }

    private void AppendValue(Constant node)
    {
        switch (node.Decoded)
        {
            case string text:
                PythonRepr.Append(_output, text, version);
                break;
            case SplitString split:
                PythonRepr.Append(_output, split.Text, version, split.Splits);
                break;
            case byte[] bytes:
                PythonRepr.Append(_output, bytes);
                break;
            case double number:
                _output.Append(node.LiteralKind == ConstantKind.Imaginary ? PythonRepr.FormatImaginary(number) : PythonRepr.Format(number));
                break;
            case BigInteger big when big.GetBitLength() > MaxDecimalBits:
                // CPython refuses to print such a number.
                _output.Append("0x").Append(big.ToString("x", CultureInfo.InvariantCulture));
                break;
            case { } integer:
                _output.Append(CultureInfo.InvariantCulture, $"{integer}");
                break;
            default:
                _output.Append(node.LiteralKind.ToString());
                break;
        }
    }
}
