using System.Globalization;

namespace LeakLens.Workspace.Tests.RealCode;

/// <summary>
/// Code that others wrote goes through without an exception and in bounded time. How much is found in it is left in
/// artifacts/real-code: nobody knows the truth about it, but a jump shows.
/// </summary>
[Trait("Category", "Proof")]
public sealed class RealCodeTests
{
    /// <summary>A worker of a scan has as much.</summary>
    private const int StackSize = 16 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [FolderFact("LEAKLENS_PYTHON_LIBRARY")]
    public void The_standard_library_goes_through() => Check("LEAKLENS_PYTHON_LIBRARY", "library");

    [FolderFact("LEAKLENS_PYTHON_PACKAGES")]
    public void Packages_of_Debian_go_through() => Check("LEAKLENS_PYTHON_PACKAGES", "packages");

    private static void Check(string variable, string name)
    {
        var folder = Environment.GetEnvironmentVariable(variable)!;
        var verdicts = Analyze([.. Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories).Where(IsOwn).Order(StringComparer.Ordinal)]);
        Record(name, folder, verdicts);
        verdicts.Where(verdict => verdict.Failure is not null).Select(verdict => $"{verdict.Path}: {verdict.Failure}").ShouldBeEmpty();
        verdicts.Where(verdict => verdict.Elapsed > Longest).Select(verdict => $"{verdict.Path}: {verdict.Elapsed}").ShouldBeEmpty();
    }

    /// <summary>What was installed into the library is not of it.</summary>
    private static bool IsOwn(string path) => !path.Contains("site-packages", StringComparison.Ordinal);

    private static FileVerdict[] Analyze(string[] files)
    {
        var verdicts = new FileVerdict[files.Length];
        var next = -1;
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work, StackSize)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return verdicts;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var index && index < files.Length)
            {
                verdicts[index] = FileVerdict.Of(files[index]);
            }
        }
    }

    private static void Record(string name, string folder, FileVerdict[] verdicts)
    {
        var rows = verdicts.GroupBy(verdict => Path.GetRelativePath(folder, verdict.Path).Split(Path.DirectorySeparatorChar)[0])
            .Where(_ => name is "packages")
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Row(group.Key, [.. group]));
        var target = Directory.CreateDirectory(RepositoryFolder.Combine("artifacts", "real-code")).FullName;
        File.WriteAllLines(Path.Combine(target, name + ".md"),
        [
            "| Code | Files | MB | Growth facts | a MB | Errors | Warnings | Notes | Errors and warnings a MB | Files cut short | Slowest file |",
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
            .. rows,
            Row($"**{name}**", verdicts),
        ]);
    }

    private static string Row(string name, FileVerdict[] verdicts)
    {
        var megabytes = Math.Max(1e-3, verdicts.Sum(verdict => verdict.Bytes) / 1e6);
        var growths = verdicts.Sum(verdict => verdict.Growths);
        var errors = verdicts.Sum(verdict => verdict.Errors);
        var warnings = verdicts.Sum(verdict => verdict.Warnings);
        var slowest = verdicts.Max(verdict => verdict.Elapsed.TotalMilliseconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {verdicts.Length} | {megabytes:F1} | {growths} | {growths / megabytes:F0} | {errors} | {warnings} | {verdicts.Sum(verdict => verdict.Notes)} | {(errors + warnings) / megabytes:F1} | {verdicts.Count(verdict => verdict.IsPartial)} | {slowest:F0} ms |");
    }
}
