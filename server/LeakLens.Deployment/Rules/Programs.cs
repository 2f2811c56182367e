using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Deployment.Files;

namespace LeakLens.Deployment.Rules;

/// <summary>What commands run, by the names of programs.</summary>
internal static class Programs
{
    private static readonly FrozenSet<string> Servers = Set("gunicorn", "uvicorn", "hypercorn", "daphne", "celery", "flask", "uwsgi", "dramatiq", "rq");
    private static readonly FrozenSet<string> Stores = Set("redis-server", "valkey-server", "keydb-server", "dragonfly", "memcached");

    /// <summary>It runs Python, or a store that keeps all in memory.</summary>
    public static bool IsGreedy(ImmutableArray<Word> command) => NameOf(command) is var name && (IsPython(name) || Servers.Contains(name) || Stores.Contains(name));

    public static bool RunsPython(ImmutableArray<Word> command) => NameOf(command) is var name && (IsPython(name) || Servers.Contains(name));

    /// <summary>The program without its folders; empty for none.</summary>
    public static string NameOf(ImmutableArray<Word> command)
    {
        foreach (var word in command)
        {
            // systemd's marks before a program; variables that a shell sets for it.
            var text = word.Text.TrimStart('-', '+', '@', '!', ':');
            if (text.Length > 0 && !text.Contains('=', StringComparison.Ordinal) && text is not ("exec" or "env" or "/usr/bin/env" or "tini" or "--"))
            {
                return text[(text.LastIndexOf('/') + 1)..];
            }
        }

        return "";
    }

    private static bool IsPython(string name) =>
        (name.StartsWith("python", StringComparison.Ordinal) && name.AsSpan(6).TrimStart("0123456789.").IsEmpty) || name.StartsWith("pypy", StringComparison.Ordinal);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
