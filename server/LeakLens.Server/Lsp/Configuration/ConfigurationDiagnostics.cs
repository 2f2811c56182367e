using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>Errors of a configuration file as diagnostics in it.</summary>
internal static class ConfigurationDiagnostics
{
    private const string Code = "configuration";

    /// <summary>What is wrong with a text as the content of a file; what is wrong with a file that it builds on is told there.</summary>
    public static ImmutableArray<Diagnostic> Of(string path, SourceText text, ColumnUnit unit) =>
        Of([.. ConfigurationCheck.Check(path, text.Text).Where(error => string.Equals(error.File, path, StringComparison.Ordinal))], text, unit);

    /// <summary>Errors of one file, with its text.</summary>
    public static ImmutableArray<Diagnostic> Of(ImmutableArray<ConfigurationError> errors, SourceText text, ColumnUnit unit) => [.. errors.Select(error => ToDiagnostic(error, text, unit))];

    private static Diagnostic ToDiagnostic(ConfigurationError error, SourceText text, ColumnUnit unit) => new(
        ProtocolConverter.ToRange(text, SpanOf(error, text), unit),
        error.IsNote ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        Code,
        CodeDescription: null,
        ProtocolConverter.Source,
        error.Message,
        RelatedInformation: default,
        Tags: default,
        Data: null);

    /// <summary>From the place of the error to the end of the word or value there.</summary>
    private static TextSpan SpanOf(ConfigurationError error, SourceText text)
    {
        if (error.Line == 0)
        {
            return new TextSpan(0, text.Lines.GetEnd(0));
        }

        if (error.Line > text.Lines.Count)
        {
            // The file has changed since it was read.
            return new TextSpan(0, 0);
        }

        var start = text.GetOffset(new TextPosition(error.Line - 1, error.Column - 1), ColumnUnit.Utf32);
        var end = start;
        var lineEnd = text.Lines.GetEnd(Math.Min(error.Line, text.Lines.Count) - 1);
        var quote = start < lineEnd && text.Text[start] is '"' or '\'' ? text.Text[start] : '\0';
        do
        {
            end++;
        }
        while (end < lineEnd && (quote != '\0' ? text.Text[end - 1] != quote || end == start + 1 : IsInWord(text.Text[end])));

        return TextSpan.FromBounds(start, Math.Max(start, Math.Min(end, lineEnd)));
    }

    private static bool IsInWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.';
}
