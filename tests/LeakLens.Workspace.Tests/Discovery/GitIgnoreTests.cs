using System.Diagnostics;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Workspace.Tests.Discovery;

/// <summary>What git leaves out is left out, over generated patterns and paths.</summary>
public sealed class GitIgnoreTests : IDisposable
{
    private const int Repositories = 80;
    private const int PathsOfEach = 60;

    private static readonly string[] Names = ["a", "b", "c", "ab", "abc", "a.py", "b.py", "a b", "!x", "#x", "x "];

    private static readonly string[] Parts = ["a", "b", "c", "ab*", "*c", "*.py", "?", "[ab]", "[!a]", "a*", "**", "*", "a?c", "\\#x", "#x", "a b", "x\\ ", "[a-b].py", "**b", "\\a"];

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(1);

    public void Dispose() => _folder.Dispose();

    [GitFact]
    public void Generated_patterns_mean_what_they_mean_to_git()
    {
        var leftOut = 0;
        for (var i = 0; i < Repositories; i++)
        {
            var root = _folder.Combine($"r{i}");
            Directory.CreateDirectory(root);
            Git(root, "", "init", "-q");
            _folder.Write($"r{i}/.gitignore", Patterns());
            _folder.Write($"r{i}/a/.gitignore", Patterns());
            _folder.Write($"r{i}/.git/info/exclude", Patterns());
            leftOut += Compare(root, [.. Enumerable.Range(0, PathsOfEach).Select(_ => RandomPath()).Distinct(StringComparer.Ordinal)]);
        }

        leftOut.ShouldBeInRange(Repositories * PathsOfEach / 10, Repositories * PathsOfEach * 9 / 10);
    }

    private static int Compare(string root, string[] paths)
    {
        var theirs = Git(root, string.Join('\0', paths), "check-ignore", "--stdin", "-z", "--no-index").Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();
        var ignores = new GitIgnores();

        var ours = paths.Where(path => IsLeftOut(ignores, root, path)).Order(StringComparer.Ordinal);
        string.Join('\n', ours).ShouldBe(
            string.Join('\n', theirs),
            $".git/info/exclude:\n{File.ReadAllText(Path.Combine(root, ".git/info/exclude"))}\n.gitignore:\n{File.ReadAllText(Path.Combine(root, ".gitignore"))}\na/.gitignore:\n{File.ReadAllText(Path.Combine(root, "a/.gitignore"))}");
        return theirs.Length;
    }

    /// <summary>As the walk over folders does it: what lies in a folder that is left out is not looked at.</summary>
    private static bool IsLeftOut(GitIgnores ignores, string root, string path)
    {
        var parts = path.Split('/');
        for (var length = 1; length <= parts.Length; length++)
        {
            var full = Path.Combine(root, string.Join('/', parts[..length]));
            if (ignores.Ignores(Path.GetDirectoryName(full)!, full, isFolder: length < parts.Length || Directory.Exists(full)))
            {
                return true;
            }
        }

        return false;
    }

    private string Patterns() => string.Concat(Enumerable.Range(0, _random.Next(5)).Select(_ => Pattern() + (_random.Next(6) == 0 ? "\r\n" : "\n")));

    private string Pattern()
    {
        var path = string.Join('/', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Parts[_random.Next(Parts.Length)]));
        return (_random.Next(4) == 0 ? "!" : "") + (_random.Next(4) == 0 ? "/" : "") + path + (_random.Next(4) == 0 ? "/" : "") + (_random.Next(6) == 0 ? "  " : "");
    }

    private string RandomPath() => string.Join('/', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Names[_random.Next(Names.Length)]));

    private static string Git(string folder, string input, params string[] words)
    {
        var start = new ProcessStartInfo("git", words) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["XDG_CONFIG_HOME"] = folder;
        using var process = Process.Start(start).ShouldNotBeNull();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
