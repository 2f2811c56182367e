using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>
/// Asks git which files differ from the last commit. A repository can name programs for git to run; all of those that a question like
/// this would reach are switched off, because nothing of what is analysed is ever run.
/// </summary>
internal static class GitChanges
{
    private static readonly string[] Harmless = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "diff.external=", "--no-optional-locks"];

    /// <summary>Full paths, deleted files left out.</summary>
    /// <exception cref="RpcException">There is no git, no repository, or no commit.</exception>
    public static async Task<ImmutableArray<string>> FindAsync(string folder, CancellationToken token)
    {
        var git = FindGit() ?? throw new RpcException(ErrorCode.RequestFailed, "git was not found on the PATH: what has changed is not known.");
        // Asked first: outside of a repository git would take the other question for one about two files.
        var added = await RunAsync(git, folder, token, "ls-files", "--others", "--exclude-standard", "-z", "--", ".");

        // The question of scripts, not of people: it goes by what the index knows of a file, and reads none through the filters of the repository.
        var changed = await RunAsync(git, folder, token, "diff-index", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--diff-filter=d", "--relative", "HEAD", "--", ".");
        var names = (changed + added).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return [.. names.Select(name => Path.GetFullPath(name, folder)).Where(File.Exists).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>By the PATH alone: the system would also look into the folder that it works in, which may be that of the analysed code.</summary>
    private static string? FindGit()
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> RunAsync(string git, string folder, CancellationToken token, params string[] words)
    {
        var start = new ProcessStartInfo(git, ["-C", folder, .. Harmless, .. words])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(git) ?? "",
        };
        try
        {
            using var process = Process.Start(start) ?? throw new RpcException(ErrorCode.RequestFailed, "git could not be started.");
            return await ReadAsync(process, folder, token);
        }
        catch (Win32Exception exception)
        {
            throw new RpcException(ErrorCode.RequestFailed, $"git could not be started: {exception.Message}");
        }
    }

    private static async Task<string> ReadAsync(Process process, string folder, CancellationToken token)
    {
        process.StandardInput.Close();
        using var stop = token.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        token.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new RpcException(ErrorCode.RequestFailed, Explain(folder, await errors));
    }

    private static string Explain(string folder, string errors) => errors switch
    {
        _ when errors.Contains("not a git repository", StringComparison.Ordinal) => $"{folder} is not in a git repository: what has changed is not known.",
        _ when errors.Contains("'HEAD'", StringComparison.Ordinal) => $"The git repository of {folder} has no commit yet: everything in it is new.",
        _ => $"git could not say what has changed: {errors.Split('\n')[0]}",
    };
}
