using System.Globalization;
using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>"{} {name!r:>8}".format(...)</c> of objects whose classes the program defines.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Null where it is not followed: fields inside fields, and what is not known.</summary>
    private Value? FormatBraces(string format, CallArguments arguments, SyntaxNode node)
    {
        _budget.Step(1 + (format.Length / LengthPerStep));
        var text = new StringBuilder();
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            var unit = format[at];
            if (unit is not ('{' or '}'))
            {
                text.Append(unit);
            }
            else if (at + 1 < format.Length && format[at + 1] == unit)
            {
                text.Append(unit);
                at++;
            }
            else if (unit == '}' || format.IndexOf('}', at) is not (> 0 and var end) || format.AsSpan(at + 1, end - at - 1).Contains('{') || FormatField(format[(at + 1)..end], arguments, ref next, node) is not { } field)
            {
                return null;
            }
            else
            {
                if (_afterCall != Completion.Normal)
                {
                    return Value.Unknown;
                }

                text.Append(field);
                at = end;
            }

            if (text.Length > KnownLimits.LongestText)
            {
                return null;
            }
        }

        return NewText(text.ToString(), node);
    }

    private string? FormatField(string field, CallArguments arguments, ref int next, SyntaxNode node)
    {
        var (name, specification) = field.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (field[..colon], field[(colon + 1)..]) : (field, string.Empty);
        var conversion = name.IndexOf('!', StringComparison.Ordinal) is >= 0 and var mark && mark == name.Length - 2 ? name[^1] : '\0';
        name = conversion == '\0' ? name : name[..^2];
        if (name.Contains('[', StringComparison.Ordinal))
        {
            return null;
        }

        var path = name.Split('.');
        var value = path[0].Length == 0 ? arguments[next++] : int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? arguments[index] : arguments.Find(path[0]);
        for (var i = 1; i < path.Length && !value.IsAbsent; i++)
        {
            value = GetAttribute(value, path[i], node);
        }

        if (value.IsAbsent)
        {
            return null;
        }

        value = conversion switch
        {
            '\0' => value,
            'a' => StringifyAscii(value, node),
            _ => Stringify(value, node, isRepr: conversion == 'r'),
        };
        var shown = _afterCall != Completion.Normal ? Value.Unknown : FormatExactly(value, specification, node) ?? TryFormat(value, specification, node) ?? (specification.Length == 0 ? Stringify(value, node, isRepr: false) : Value.Unknown);
        return _afterCall != Completion.Normal ? string.Empty : KnownText(shown);
    }
}
