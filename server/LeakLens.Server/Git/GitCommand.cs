using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LeakLens.Server.Git;

/// <summary>
/// Asks git. A repository can name programs for git to run; all of those that the questions asked here would reach are switched off, because
/// nothing of what is analysed is ever run. So ask only what reads no file through the filters of the repository.
/// </summary>
internal sealed class GitCommand
{
    private static readonly string[] Harmless = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "diff.external=", "--no-optional-locks", "--no-pager"];

    private readonly string _git;
    private readonly string _folder;

    private GitCommand(string git, string folder)
    {
        _git = git;
        _folder = folder;
    }

    /// <exception cref="GitException">There is no git.</exception>
    public static GitCommand In(string folder) =>
        new(FindGit() ?? throw new GitException("git was not found on the PATH: what has changed is not known."), folder);

    /// <exception cref="GitException">git could not answer.</exception>
    public async Task<string> AskAsync(CancellationToken token, params string[] words) => Encoding.UTF8.GetString(await AskForBytesAsync(input: null, token, words));

    /// <param name="input">What it reads; null for nothing.</param>
    /// <exception cref="GitException">git could not answer.</exception>
    public async Task<byte[]> AskForBytesAsync(string? input, CancellationToken token, params string[] words)
    {
        var start = new ProcessStartInfo(_git, ["-C", _folder, .. Harmless, .. words])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(_git) ?? "",
        };
        try
        {
            using var process = Process.Start(start) ?? throw new GitException("git could not be started.");
            return await ReadAsync(process, input, token);
        }
        catch (Win32Exception exception)
        {
            throw new GitException($"git could not be started: {exception.Message}", exception);
        }
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

    private async Task<byte[]> ReadAsync(Process process, string? input, CancellationToken token)
    {
        using var stop = token.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var bytes = new MemoryStream();
        var output = process.StandardOutput.BaseStream.CopyToAsync(bytes, CancellationToken.None);
        await FeedAsync(process, input);
        await output;
        await process.WaitForExitAsync(CancellationToken.None);
        token.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? bytes.ToArray() : throw new GitException(Explain(await errors));
    }

    /// <summary>A git that ended before it read all says why by its exit code.</summary>
    private static async Task FeedAsync(Process process, string? input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            return;
        }
    }

    private string Explain(string errors) => errors switch
    {
        _ when errors.Contains("not a git repository", StringComparison.Ordinal) => $"{_folder} is not in a git repository: what has changed is not known.",
        _ when errors.Contains("'HEAD'", StringComparison.Ordinal) => $"The git repository of {_folder} has no commit yet: everything in it is new.",
        _ => $"git could not say what has changed: {errors.Split('\n')[0]}",
    };
}
