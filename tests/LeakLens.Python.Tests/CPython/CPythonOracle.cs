using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace LeakLens.Python.Tests.CPython;

/// <summary>A running <c>python3</c> 3.11 that answers questions about files: one process for many, because starting one costs most.</summary>
internal static class CPythonOracle
{
    private static readonly Lazy<(string? Library, string Missing)> Found = new(Find);

    /// <summary>The folder of the standard library, or null.</summary>
    public static string? Library => Found.Value.Library;

    public static string WhyMissing => Found.Value.Missing;

    /// <summary>The answers to the question about each file, in order.</summary>
    public static IEnumerable<string> Ask(string question, IReadOnlyList<string> files)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-I");
        start.ArgumentList.Add(Path.Combine(Folder(), "oracle.py"));
        start.ArgumentList.Add(question);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 does not start.");
        var feeding = Task.Run(() =>
        {
            foreach (var file in files)
            {
                process.StandardInput.WriteLine(file);
            }

            process.StandardInput.Close();
        });
        for (var i = 0; i < files.Count; i++)
        {
            yield return process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"python3 ended at {files[i]}.");
        }

        feeding.GetAwaiter().GetResult();
        process.WaitForExit();
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(SurrogatePass.GetBytes(text)));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static (string?, string) Find()
    {
        try
        {
            var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add("-Ic");
            start.ArgumentList.Add("import os, sys; print('%d.%d' % sys.version_info[:2]); print(os.path.dirname(os.__file__))");
            using var process = Process.Start(start)!;
            var version = process.StandardOutput.ReadLine();
            var library = process.StandardOutput.ReadLine();
            process.WaitForExit();
            return version is "3.11" ? (library, string.Empty) : (null, $"python3 is {version}, CPython 3.11 is needed to compare with.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "python3 is not installed: nothing is compared with CPython.");
        }
    }
}
