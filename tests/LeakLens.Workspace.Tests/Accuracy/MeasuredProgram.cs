using System.Text.Json;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>A program of tests/programs with what CPython's tracemalloc counted.</summary>
/// <param name="Truth">Bytes: the retained ones, or those at the peak when <paramref name="IsPeak"/>.</param>
/// <param name="Holder">Who holds them, for a program that grows and is one of a pair.</param>
internal sealed record MeasuredProgram(string Kind, string Path, bool Grows, bool IsPeak, long Truth, string? Holder)
{
    /// <summary>What less than this is held of is not called growth.</summary>
    public const long LeastGrowth = 200_000;

    public static string Folder => RepositoryFolder.Combine("tests", "programs");

    public static IEnumerable<MeasuredProgram> ReadAll() => ReadPairs().Concat(ReadSingle());

    private static IEnumerable<MeasuredProgram> ReadPairs()
    {
        using var pairs = Open("pairs.json");
        using var truth = Open("truth-pairs.json");
        var programs = truth.RootElement.GetProperty("programs");
        foreach (var pair in pairs.RootElement.EnumerateArray())
        {
            foreach (var side in (string[])["grows", "twin"])
            {
                yield return Read(pair, side, programs);
            }
        }
    }

    private static MeasuredProgram Read(JsonElement pair, string side, JsonElement programs)
    {
        var path = pair.GetProperty(side).GetString()!;
        var isPeak = pair.TryGetProperty("peakOnly", out var peakOnly) && peakOnly.GetBoolean();
        var bytes = programs.GetProperty(path).GetProperty(isPeak ? "peak" : "retained").GetInt64();
        var grows = side == "grows";
        return new MeasuredProgram(pair.GetProperty("kind").GetString()!, path, grows, isPeak, bytes, grows ? pair.GetProperty("holder").GetString() : null);
    }

    /// <summary>The programs that have no twin: each grows, or does not, by what it retains.</summary>
    private static IEnumerable<MeasuredProgram> ReadSingle()
    {
        using var truth = Open("truth.json");
        foreach (var program in truth.RootElement.GetProperty("programs").EnumerateObject())
        {
            var retained = program.Value.GetProperty("retained").GetInt64();
            var kind = program.Name.Split('/')[0];
            yield return new MeasuredProgram(kind, program.Name, retained >= LeastGrowth, IsPeak: false, retained, Holder: null);
        }
    }

    private static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Folder, name)));
}
