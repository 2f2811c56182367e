using LeakLens.Server.Lsp.Documentation;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Tests.Lsp.Documentation;

public sealed class CatalogueDocumentationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leaklens-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData("an older page")]
    public void The_page_is_laid_out_where_the_link_leads(string? before)
    {
        var rule = RuleCatalogue.BuiltIn.Find("LL101")!;
        var file = Path.Combine(_folder, "sub folder", "LL101-loop-accumulation.md");
        if (before is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, before);
        }

        var uri = new CatalogueDocumentation(Path.GetDirectoryName(file)).FindPageUri(rule);

        new Uri(uri!).LocalPath.ShouldBe(file);
        File.ReadAllText(file).ShouldBe(RuleCatalogue.PageOf(rule).Markdown);
        Directory.GetFiles(Path.GetDirectoryName(file)!).ShouldHaveSingleItem();
    }

    [Fact]
    public void Where_nothing_can_be_written_there_is_no_link()
    {
        var blocked = Path.Combine(_folder, "file");
        File.WriteAllText(blocked, "");

        new CatalogueDocumentation(Path.Combine(blocked, "rules")).FindPageUri(RuleCatalogue.BuiltIn.Find("LL101")!).ShouldBeNull();
        new CatalogueDocumentation(null).FindPageUri(RuleCatalogue.BuiltIn.Find("LL101")!).ShouldBeNull();
    }
}
