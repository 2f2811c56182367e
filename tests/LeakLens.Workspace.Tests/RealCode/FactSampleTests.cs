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
    private const int Size = 100;

    [FolderFact("LEAKLENS_SAMPLE_SEED")]
    public void A_sample_is_drawn()
    {
        var seed = Environment.GetEnvironmentVariable("LEAKLENS_SAMPLE_SEED")!;
        var drawn = new SortedDictionary<string, SampledFact>(StringComparer.Ordinal);
        var facts = 0;
        var gate = new Lock();
        Parallel.ForEach(Files(), file =>
        {
            if (Read(file.Folder, file.Path) is not { } gathered)
            {
                return;
            }

            lock (gate)
            {
                foreach (var fact in SampledFact.AllOf(gathered, seed))
                {
                    facts++;
                    drawn.Add(fact.Lot, fact);
                    if (drawn.Count > Size)
                    {
                        drawn.Remove(drawn.Last().Key);
                    }
                }
            }
        });

        drawn.Count.ShouldBe(Size);
        Write(seed, facts, [.. drawn.Values]);
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

    private static void Write(string seed, int facts, SampledFact[] drawn)
    {
        var target = Directory.CreateDirectory(RepositoryFolder.Combine("artifacts", "real-code")).FullName;
        using var output = new StreamWriter(Path.Combine(target, $"sample-{seed}.txt")) { NewLine = "\n" };
        output.WriteLine($"{drawn.Length} of {facts} facts, seed {seed}");
        foreach (var (fact, index) in drawn.OrderBy(fact => fact.Place, StringComparer.Ordinal).Select((fact, index) => (fact, index)))
        {
            output.WriteLine($"\n#{index + 1}");
            FactsReport.Write(output, fact.File);
        }
    }
}
