using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>Parts a Dockerfile into instructions: lines that are carried on belong together, comments between them do not count.</summary>
internal static class DockerfileReader
{
    public static DeploymentFile Read(DeploymentFile file)
    {
        var text = file.Text;
        var instructions = ImmutableArray.CreateBuilder<DockerInstruction>();
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        var stage = 0;
        for (var line = 0; line < text.Lines.Count; line++)
        {
            var first = SkipBlanks(text, line);
            if (IsBlankOrComment(text, line, comments))
            {
                continue;
            }

            var end = text.Lines.GetEnd(line);
            while (IsCarriedOn(text, line) && line + 1 < text.Lines.Count)
            {
                line++;
                while (IsBlankOrComment(text, line, comments) && line + 1 < text.Lines.Count)
                {
                    line++;
                }

                end = text.Lines.GetEnd(line);
            }

            var instruction = ReadInstruction(text.Text, TextSpan.FromBounds(first, end), stage);
            stage = instruction.Name is "FROM" ? stage + 1 : stage;
            instructions.Add(instruction with { Stage = stage });
            line = SkipHeredoc(text, line, instruction);
        }

        return file with { Instructions = instructions.DrainToImmutable(), Comments = comments.DrainToImmutable() };
    }

    private static DockerInstruction ReadInstruction(string text, TextSpan span, int stage)
    {
        var at = span.Start;
        while (at < span.End && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var name = text[span.Start..at].ToUpperInvariant();
        var rest = TextSpan.FromBounds(at, span.End);
        return new DockerInstruction(name, CommandWords.Unwrap(text, WordsOf(text, rest)), TextSpan.FromBounds(span.Start, Trimmed(text, span)), stage);
    }

    /// <summary>An exec form is a list of quoted words.</summary>
    private static ImmutableArray<Word> WordsOf(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start >= span.End || text[start] != '[')
        {
            return CommandWords.Split(text, TextSpan.FromBounds(start, span.End));
        }

        var words = ImmutableArray.CreateBuilder<Word>();
        for (var at = start; at < span.End && text.IndexOf('"', at, span.End - at) is var open && open >= 0;)
        {
            var close = text.IndexOf('"', open + 1, span.End - open - 1);
            if (close < 0)
            {
                break;
            }

            words.Add(new Word(text[(open + 1)..close], TextSpan.FromBounds(open + 1, close)));
            at = close + 1;
        }

        return words.DrainToImmutable();
    }

    /// <summary>Behind <c>RUN &lt;&lt;EOF</c> come lines of another language.</summary>
    private static int SkipHeredoc(SourceText text, int line, DockerInstruction instruction)
    {
        if (instruction.Name is not ("RUN" or "COPY" or "ADD") || instruction.Words.FirstOrDefault(static word => word.Text.StartsWith("<<", StringComparison.Ordinal)) is not { Text.Length: > 2 } mark)
        {
            return line;
        }

        var end = mark.Text.TrimStart('<').TrimStart('-').Trim('"', '\'');
        for (var below = line + 1; below < text.Lines.Count; below++)
        {
            if (text.Text.AsSpan(text.Lines.GetStart(below), text.Lines.GetEnd(below) - text.Lines.GetStart(below)).Trim().SequenceEqual(end))
            {
                return below;
            }
        }

        return line;
    }

    private static bool IsBlankOrComment(SourceText text, int line, ImmutableArray<TextSpan>.Builder comments)
    {
        var first = SkipBlanks(text, line);
        var end = text.Lines.GetEnd(line);
        if (first < end && text.Text[first] == '#')
        {
            if (comments.Count == 0 || comments[^1].Start < first)
            {
                comments.Add(TextSpan.FromBounds(first, end));
            }

            return true;
        }

        return first >= end;
    }

    private static bool IsCarriedOn(SourceText text, int line) =>
        text.Text.AsSpan(text.Lines.GetStart(line), text.Lines.GetEnd(line) - text.Lines.GetStart(line)).TrimEnd() is [.., '\\'];

    private static int Trimmed(string text, TextSpan span) => span.Start + text.AsSpan(span.Start, span.Length).TrimEnd().Length;

    private static int SkipBlanks(SourceText text, int line)
    {
        var at = text.Lines.GetStart(line);
        var end = text.Lines.GetEnd(line);
        while (at < end && text.Text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
