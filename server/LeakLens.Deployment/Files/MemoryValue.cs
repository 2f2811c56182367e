using LeakLens.Deployment.Amounts;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>An amount of memory that a file gives to something.</summary>
/// <param name="Amount">Null when it comes from elsewhere: a variable, a template.</param>
public sealed record MemoryValue(string Text, TextSpan Span, AmountDialect Dialect, Amount? Amount)
{
    /// <summary>The bytes; null where they are not known.</summary>
    public double? Bytes => Amount is { IsRead: true } amount ? amount.Bytes : null;

    internal static MemoryValue? From(Yaml.YamlScalar? scalar, AmountDialect dialect) => scalar is null or { IsNull: true }
        ? null
        : new MemoryValue(scalar.Value, scalar.Span, dialect, scalar.IsFilledIn ? null : AmountReader.Read(scalar.Value, dialect));

    internal static MemoryValue From(Word word, AmountDialect dialect) =>
        new(word.Text, word.Span, dialect, word.Text.Contains('$', StringComparison.Ordinal) ? null : AmountReader.Read(word.Text, dialect));
}
