using System.Text;

namespace LeakLens.Workspace.Tests.Toml;

/// <summary>What CPython's tomllib accepts, our reader accepts with the same values; what it rejects, ours rejects.</summary>
public sealed class TomllibTests
{
    private const int Documents = 30_000;

    [TomllibFact]
    public void Generated_documents_are_read_as_tomllib_reads_them()
    {
        var generator = new TomlGenerator(seed: 1);
        var documents = Enumerable.Range(0, Documents).Select(_ => generator.Next()).Where(HasNoLoneHalf).ToList();
        var theirs = TomlCompare.ReadWithTomllib(documents);

        theirs.Count.ShouldBe(documents.Count);
        theirs.Count(answer => answer != TomlCompare.Rejected).ShouldBeGreaterThan(Documents / 10);
        for (var i = 0; i < documents.Count; i++)
        {
            TomlCompare.Read(documents[i]).ShouldBe(theirs[i], $"for {Escape(documents[i])}");
        }
    }

    /// <summary>A mark at the start is the one thing that tomllib rejects and we, like TOML's own tests, accept; half a character cannot be sent.</summary>
    private static bool HasNoLoneHalf(string text) => !text.StartsWith('\uFEFF') && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static string Escape(string document) => Newtonsoft.Json.JsonConvert.ToString(document);
}
