using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Fixing;

namespace LeakLens.Workspace.Tests.Fixing;

public sealed class FileReplacementTests
{
    [Fact]
    public void The_new_content_takes_the_place_of_the_old_and_keeps_its_mode()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.py", "old\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        FileReplacement.Write(path, "old\n"u8, "new\n"u8);

        File.ReadAllText(path).ShouldBe("new\n");
        Directory.GetFiles(folder.Path).ShouldBe([path]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_file_that_was_changed_meanwhile_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.py", "newer\n");

        Should.Throw<DocumentException>(() => FileReplacement.Write(path, "old\n"u8, "new\n"u8)).Message.ShouldContain("changed meanwhile");
        File.ReadAllText(path).ShouldBe("newer\n");
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Making a link needs rights that a test may not have.
        }

        using var folder = new TemporaryFolder();
        var path = folder.Write("real.py", "old\n");
        var link = File.CreateSymbolicLink(folder.Combine("link.py"), path).FullName;

        FileReplacement.Write(link, "old\n"u8, "new\n"u8);

        File.ReadAllText(path).ShouldBe("new\n");
        new FileInfo(link).LinkTarget.ShouldBe(path);
    }
}
