using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>Finds in the words of one command whether it starts a container, and how. The options are those of Docker, which Podman and nerdctl share.</summary>
internal static class ContainerRunReader
{
    private static readonly FrozenSet<string> Programs = new[] { "docker", "podman", "nerdctl" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a shell or a person puts in front of a command.</summary>
    private static readonly FrozenSet<string> Prefixes = new[] { "sudo", "exec", "time", "env", "nohup", "command", "if", "then", "else", "elif", "do", "while", "until", "!", "{", "-n", "-E" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Switches = new[]
    {
        "detach", "init", "interactive", "no-healthcheck", "oom-kill-disable", "privileged", "publish-all", "quiet", "read-only", "rm", "sig-proxy", "tty", "disable-content-trust", "help", "replace",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['d'] = "detach", ['i'] = "interactive", ['t'] = "tty", ['P'] = "publish-all", ['q'] = "quiet", ['m'] = "memory", ['a'] = "attach", ['c'] = "cpu-shares",
        ['e'] = "env", ['h'] = "hostname", ['l'] = "label", ['p'] = "publish", ['u'] = "user", ['v'] = "volume", ['w'] = "workdir",
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> Names = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static ContainerRun? TryRead(IReadOnlyList<ShellWord> words)
    {
        var at = 0;
        while (at < words.Count && (Prefixes.Contains(words[at].Text) || IsAssignment(words[at].Text)))
        {
            at++;
        }

        if (at + 1 >= words.Count || !Programs.Contains(DeploymentNames.NameOf(words[at].Text)))
        {
            return null;
        }

        var start = words[at++].Span.Start;
        at += words[at].Text is "container" && at + 1 < words.Count ? 1 : 0;
        return words[at].Text is "run" or "create" ? ReadOptions(words, at + 1, TextSpan.FromBounds(start, words[at].Span.End)) : null;
    }

    private static ContainerRun ReadOptions(IReadOnlyList<ShellWord> words, int at, TextSpan place)
    {
        var options = ImmutableArray.CreateBuilder<ContainerOption>();
        var isOpen = false;
        while (at < words.Count)
        {
            var word = words[at];
            if (word.IsOpen && !word.IsQuoted && at + 1 < words.Count)
            {
                // Without quotes, a variable may be any number of words.
                isOpen = true;
                at++;
            }
            else if (word.Text is "--" or not ['-', _, ..])
            {
                var image = word.Text is "--" ? at + 1 : at;
                return new ContainerRun(place, options.DrainToImmutable(), image < words.Count && !isOpen ? new Word(words[image].Text, words[image].Span) : null, isOpen);
            }
            else
            {
                at = word.Text is ['-', '-', ..] ? ReadLong(words, at, options) : ReadShort(words, at, options);
            }
        }

        return new ContainerRun(place, options.DrainToImmutable(), Image: null, IsOpen: true);
    }

    private static int ReadLong(IReadOnlyList<ShellWord> words, int at, ImmutableArray<ContainerOption>.Builder options)
    {
        var (text, span) = (words[at].Text, words[at].Span);
        if (text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
        {
            var from = Math.Min(span.Start + equals + 1, span.End);
            options.Add(new ContainerOption(text[2..equals], new Word(text[(equals + 1)..], TextSpan.FromBounds(from, span.End)), span));
            return at + 1;
        }

        return AddWithNext(words, at, text[2..], options);
    }

    /// <summary>Letters in a row: <c>-dit</c>; the first that takes a value takes what is left, or the next word.</summary>
    private static int ReadShort(IReadOnlyList<ShellWord> words, int at, ImmutableArray<ContainerOption>.Builder options)
    {
        var (text, span) = (words[at].Text, words[at].Span);
        for (var i = 1; i < text.Length; i++)
        {
            var name = Letters.GetValueOrDefault(text[i], text[i].ToString());
            if (Switches.Contains(name))
            {
                options.Add(new ContainerOption(name, new Word(string.Empty, new TextSpan(span.End, 0)), span));
            }
            else if (i + 1 == text.Length)
            {
                return AddWithNext(words, at, name, options);
            }
            else
            {
                var from = Math.Min(span.Start + i + 1, span.End);
                options.Add(new ContainerOption(name, new Word(text[(i + 1)..].TrimStart('='), TextSpan.FromBounds(from, span.End)), span));
                break;
            }
        }

        return at + 1;
    }

    private static int AddWithNext(IReadOnlyList<ShellWord> words, int at, string name, ImmutableArray<ContainerOption>.Builder options)
    {
        var span = words[at].Span;
        if (Switches.Contains(name) || at + 1 >= words.Count)
        {
            options.Add(new ContainerOption(name, new Word(string.Empty, new TextSpan(span.End, 0)), span));
            return at + 1;
        }

        var value = words[at + 1];
        options.Add(new ContainerOption(name, new Word(value.Text, value.Span), TextSpan.FromBounds(span.Start, value.Span.End)));
        return at + 2;
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && word.AsSpan(0, equals).IndexOfAnyExcept(Names) < 0;
    }
}
