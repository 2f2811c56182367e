using LeakLens.Engine;
using LeakLens.Python.Parsing;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.RealCode;

/// <summary>
/// Draws facts about code that others wrote, for a person to judge: <c>npm run sample -- --seed NAME</c> runs this and leaves
/// them in artifacts/real-code. The verdicts are in docs/accuracy-sample.md.
/// </summary>
public sealed class FactSampleTests
{
    /// <summary>How many facts are drawn of those that outlive their function, and of all others.</summary>
    private const int Lasting = 60;
    private const int Passing = 40;

    [FolderFact("LEAKLENS_SAMPLE_SEED")]
    public void A_sample_is_drawn()
    {
        var seed = Environment.GetEnvironmentVariable("LEAKLENS_SAMPLE_SEED")!;
        var lasting = new FactUrn(Lasting);
        var passing = new FactUrn(Passing);
        Parallel.ForEach(Files(), file =>
        {
            foreach (var fact in Read(file.Folder, file.Path) is { } gathered ? SampledFact.AllOf(gathered, seed) : [])
            {
                (fact.IsLasting ? lasting : passing).Add(fact);
            }
        });

        lasting.Drawn.Count.ShouldBe(Lasting);
        passing.Drawn.Count.ShouldBe(Passing);
        Write(seed, lasting, passing);
    }

    private static IEnumerable<(string Folder, string Path)> Files() =>
        from variable in (string[])["LEAKLENS_PYTHON_LIBRARY", "LEAKLENS_PYTHON_PACKAGES"]
        let folder = Environment.GetEnvironmentVariable(variable)
        where !string.IsNullOrEmpty(folder)
        from path in Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories)
        where !path.Contains("site-packages", StringComparison.Ordinal)
        select (folder, path);

    private static FileFacts? Read(string folder, string path)
    {
        try
        {
            var text = DocumentLoader.Decode(DocumentLoader.ReadBytes(new ScanSource(path, path, IsNamed: false)));
            return FileFacts.Gather(Path.GetRelativePath(folder, path), SyntaxTree.Parse(text), TargetVersion.Python311, CancellationToken.None);
        }
        catch (DocumentException)
        {
            // Some files are there to be unreadable: the tests of encodings have them.
            return null;
        }
    }

    private static void Write(string seed, FactUrn lasting, FactUrn passing)
    {
        var target = Directory.CreateDirectory(RepositoryFolder.Combine("artifacts", "real-code")).FullName;
        using var output = new StreamWriter(Path.Combine(target, $"sample-{seed}.txt")) { NewLine = "\n" };
        output.WriteLine($"Seed {seed}: {Lasting} of {lasting.Seen} facts that outlive their function, {Passing} of {passing.Seen} others");
        var number = 0;
        foreach (var fact in lasting.Drawn.Concat(passing.Drawn))
        {
            output.WriteLine($"\n#{++number}");
            FactsReport.Write(output, fact.File);
        }
    }
}
