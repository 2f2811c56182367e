using System.Security.Cryptography;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.RealCode;

/// <summary>One fact about code that others wrote, alone with the file that it is about.</summary>
/// <param name="File">The file, with no other fact than this one.</param>
/// <param name="Place">What identifies the fact from one version of the engine to the next: the file, the statement, the container.</param>
/// <param name="Lot">Where the seed puts the fact among all others. It depends on <paramref name="Place"/> alone, so a fact that comes or goes moves no other.</param>
internal sealed record SampledFact(FileFacts File, string Place, string Lot)
{
    /// <summary>Whether what grows is told to be held by something else than the function that runs, or its caller.</summary>
    public bool IsLasting => File.Facts.Growths is [{ Owner.Lifetime: not (Lifetime.Function or Lifetime.Caller) }];

    public static IEnumerable<SampledFact> AllOf(FileFacts file, string seed)
    {
        foreach (var growth in file.Facts.Growths)
        {
            yield return Draw(file with { Facts = file.Facts with { Growths = [growth], Allocations = [] } }, $"{file.Path}:{growth.Node.Start}:{growth.Container.Start}:growth", seed);
        }

        foreach (var allocation in file.Facts.Allocations)
        {
            yield return Draw(file with { Facts = file.Facts with { Growths = [], Allocations = [allocation] } }, $"{file.Path}:{allocation.Node.Start}:{allocation.Node.End}:allocation", seed);
        }
    }

    private static SampledFact Draw(FileFacts file, string place, string seed) =>
        new(file, place, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\n" + place))));
}
