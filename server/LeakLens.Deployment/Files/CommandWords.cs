using System.Collections.Immutable;
using LeakLens.Deployment.Yaml;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>The words of a command, written as a list or as one text for a shell.</summary>
internal static class CommandWords
{
    /// <summary>No command that a person wrote is longer.</summary>
    private const int Most = 500;

    private static readonly string[] Shells = ["sh", "bash", "ash", "/bin/sh", "/bin/bash", "/bin/ash"];

    public static ImmutableArray<Word> Of(SourceText text, YamlNode? node) => node switch
    {
        YamlScalar { IsNull: false } scalar => Split(text.Text, scalar.Span),
        YamlSequence sequence => Unwrap(text.Text, [.. sequence.Items.OfType<YamlScalar>().Take(Most).Select(item => new Word(item.Value, Inner(text.Text, item.Span)))]),
        _ => [],
    };

    /// <summary>The words between two places, as a shell parts them; quotes are taken off, nothing is replaced.</summary>
    public static ImmutableArray<Word> Split(string text, TextSpan span)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        for (var at = span.Start; at < span.End && words.Count < Most;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is ';' or '&' or '|' or '\\' or '>')
            {
                at++;
                continue;
            }

            var isQuoted = text[at] is '"' or '\'';
            var end = isQuoted ? text.IndexOf(text[at], at + 1, span.End - at - 1) : at;
            while (!isQuoted && end < span.End && !char.IsWhiteSpace(text[end]) && text[end] is not (';' or '&' or '|'))
            {
                end++;
            }

            if (end < 0)
            {
                break;
            }

            var inner = isQuoted ? TextSpan.FromBounds(at + 1, end) : TextSpan.FromBounds(at, end);
            words.Add(new Word(text.Substring(inner.Start, inner.Length), inner));
            at = isQuoted ? end + 1 : end;
        }

        return words.DrainToImmutable();
    }

    /// <summary>Of <c>sh -c "..."</c> the words of the text are what is run.</summary>
    public static ImmutableArray<Word> Unwrap(string text, ImmutableArray<Word> words) =>
        words.Length >= 3 && Shells.Contains(words[0].Text, StringComparer.Ordinal) && words[1].Text is ['-', .., 'c'] && words[^1].Span.End <= text.Length
            ? Split(text, words[2].Span)
            : words;

    private static TextSpan Inner(string text, TextSpan span) =>
        span.Length >= 2 && text[span.Start] is '"' or '\'' ? TextSpan.FromBounds(span.Start + 1, span.End - 1) : span;
}
