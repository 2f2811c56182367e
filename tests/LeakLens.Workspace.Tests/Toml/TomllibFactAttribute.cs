using System.ComponentModel;
using System.Diagnostics;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>A fact that needs a python3 with tomllib (3.11 and newer). Elsewhere it is skipped and says so; under CI it runs, and fails, all the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TomllibFactAttribute : FactAttribute
{
    public TomllibFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !HasTomllib())
        {
            Skip = "python3 here has no tomllib: nothing is compared with CPython";
        }
    }

    private static bool HasTomllib()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["-Ic", "import tomllib"]) { RedirectStandardError = true, UseShellExecute = false });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
