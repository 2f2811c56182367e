using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>Reads files that hold one setting a line: units of systemd, configurations and flags of stores.</summary>
internal static class SettingReader
{
    /// <summary>The assignments in the section of the service.</summary>
    public static DeploymentFile ReadUnit(DeploymentFile file)
    {
        var section = "";
        return Read(file, "#;", (text, line) =>
        {
            var written = text.AsSpan(line.Start, line.Length);
            if (written is ['[', ..])
            {
                section = written.Trim("[]").ToString();
                return null;
            }

            var equals = written.IndexOf('=');
            if (section is not "Service" || equals < 0)
            {
                return null;
            }

            var value = TextSpan.FromBounds(line.Start + equals + 1, line.End);
            return new Setting(written[..equals].Trim().ToString().ToLowerInvariant(), CommandWords.Split(text, value), line);
        });
    }

    /// <summary>A name, then its words; of flags without hyphens, and with or without an equals sign.</summary>
    public static DeploymentFile ReadLines(DeploymentFile file) => Read(file, "#", static (text, line) => FromWords(CommandWords.Split(text, line), line));

    /// <summary>The flags of a command: each with the words up to the next one.</summary>
    public static ImmutableArray<Setting> OfCommand(ImmutableArray<Word> words)
    {
        var settings = ImmutableArray.CreateBuilder<Setting>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Text is not ['-', ..])
            {
                continue;
            }

            var next = i + 1;
            while (next < words.Length && words[next].Text is not ['-', _, ..])
            {
                next++;
            }

            ImmutableArray<Word> flag = [.. words[i..next]];
            if (FromWords(flag, TextSpan.FromBounds(flag[0].Span.Start, Math.Max(flag[0].Span.End, flag[^1].Span.End))) is { } setting)
            {
                settings.Add(setting);
            }
        }

        return settings.DrainToImmutable();
    }

    private static Setting? FromWords(ImmutableArray<Word> words, TextSpan line)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var first = words[0].Text;
        var isFlag = first is ['-', ..];
        var equals = isFlag ? first.IndexOf('=', StringComparison.Ordinal) : -1;
        var isShort = isFlag && first is not ['-', '-', ..];
        var name = (equals < 0 ? first : first[..equals]).TrimStart('-');
        var values = words.RemoveAt(0);
        if (equals >= 0)
        {
            var at = words[0].Span.Start + equals + 1;
            values = values.Insert(0, new Word(first[(equals + 1)..], TextSpan.FromBounds(at, words[0].Span.End)));
        }
        else if (isShort && name.Length > 1 && char.IsAsciiDigit(name[1]))
        {
            // memcached: -m64 is -m 64.
            values = values.Insert(0, new Word(name[1..], TextSpan.FromBounds(words[0].Span.Start + 2, words[0].Span.End)));
            name = name[..1];
        }

        return new Setting(isShort ? name : name.ToLowerInvariant(), values, line);
    }

    private static DeploymentFile Read(DeploymentFile file, string marks, Func<string, TextSpan, Setting?> read)
    {
        var text = file.Text;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        for (var line = 0; line < text.Lines.Count; line++)
        {
            var start = text.Lines.GetStart(line);
            var written = text.Text.AsSpan(start, text.Lines.GetEnd(line) - start);
            var span = new TextSpan(start + written.Length - written.TrimStart().Length, written.Trim().Length);
            if (span.Length == 0)
            {
                continue;
            }

            if (marks.Contains(text.Text[span.Start], StringComparison.Ordinal))
            {
                comments.Add(span);
            }
            else if (read(text.Text, span) is { } setting)
            {
                settings.Add(setting);
            }
        }

        return file with { Settings = settings.DrainToImmutable(), Comments = comments.DrainToImmutable() };
    }
}
