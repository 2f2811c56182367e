using System.ComponentModel;
using System.Diagnostics;

namespace LeakLens.Workspace.Tests.Discovery;

/// <summary>A fact that needs git. Elsewhere it is skipped and says so; under CI it runs, and fails, all the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !HasGit())
        {
            Skip = "there is no git here: nothing is compared with it";
        }
    }

    private static bool HasGit()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
