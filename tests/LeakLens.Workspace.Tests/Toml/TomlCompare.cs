using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using LeakLens.Python.Text;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>Our reader beside CPython's tomllib, over the same documents.</summary>
internal static class TomlCompare
{
    public const string Rejected = "no";

    public static string Read(string document)
    {
        try
        {
            return TomlDump.Of(TomlDocument.Parse(SourceText.From(document)).Root);
        }
        catch (TomlException)
        {
            return Rejected;
        }
    }

    public static IReadOnlyList<string> ReadWithTomllib(IReadOnlyList<string> documents)
    {
        var start = new ProcessStartInfo("python3", ["-I", Path.Combine(Folder(), "tomllib_oracle.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start).ShouldNotBeNull();
        var answers = Task.Run(() => process.StandardOutput.ReadToEnd());
        foreach (var document in documents)
        {
            process.StandardInput.WriteLine(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(document)));
        }

        process.StandardInput.Close();
        process.WaitForExit();
        return answers.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
