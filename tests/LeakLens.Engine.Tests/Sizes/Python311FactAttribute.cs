using System.ComponentModel;
using System.Diagnostics;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>A fact that needs CPython 3.11 as python3. Elsewhere it is skipped and says so; under CI it runs, and fails, all the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Python311FactAttribute : FactAttribute
{
    public Python311FactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && Version() is var version && !version.StartsWith("Python 3.11.", StringComparison.Ordinal))
        {
            Skip = $"the size formulas are checked against CPython 3.11; python3 here is '{version.Trim()}'";
        }
    }

    private static string Version()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false });
            return process?.StandardOutput.ReadToEnd() ?? string.Empty;
        }
        catch (Win32Exception)
        {
            return string.Empty;
        }
    }
}
