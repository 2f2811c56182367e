using LeakLens.Workspace.Modules;

namespace LeakLens.Workspace.Tests.Modules;

/// <summary>Names in folders are looked up once, and again when something came or went.</summary>
public sealed class FolderListingsTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly FolderListings _listings = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_comes_is_seen()
    {
        _folder.Write("a.py");
        Directory.SetLastWriteTimeUtc(_folder.Path, LongAgo);
        _listings.NamesIn(_folder.Path).ShouldBe(["a.py"]);
        _folder.Write("b.py");
        _listings.NamesIn(_folder.Path).ShouldBe(["a.py", "b.py"], ignoreOrder: true);
    }

    [Fact]
    public void Names_are_kept_as_long_as_the_folder_has_its_time()
    {
        _folder.Write("a.py");
        Directory.SetLastWriteTimeUtc(_folder.Path, LongAgo);
        _listings.NamesIn(_folder.Path).ShouldBe(["a.py"]);
        _folder.Write("b.py");
        Directory.SetLastWriteTimeUtc(_folder.Path, LongAgo);
        _listings.NamesIn(_folder.Path).ShouldBe(["a.py"]);
    }

    /// <summary>A second change may leave the time as it is.</summary>
    [Fact]
    public void What_was_changed_just_now_is_looked_up_again()
    {
        _folder.Write("a.py");
        var now = DateTime.UtcNow;
        Directory.SetLastWriteTimeUtc(_folder.Path, now);
        _listings.NamesIn(_folder.Path).ShouldBe(["a.py"]);
        _folder.Write("b.py");
        Directory.SetLastWriteTimeUtc(_folder.Path, now);
        _listings.NamesIn(_folder.Path).ShouldBe(["a.py", "b.py"], ignoreOrder: true);
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_names_until_it_is()
    {
        var folder = _folder.Combine("later");
        _listings.NamesIn(folder).ShouldBeEmpty();
        _folder.Write("later/a.py");
        _listings.NamesIn(folder).ShouldBe(["a.py"]);
    }
}
