using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Workspace.Tests.Discovery;

public sealed class FileDiscoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_python_files_in_order_without_those_of_others()
    {
        foreach (var path in (string[])["b.py", "a/z.py", "a.py", "notes.txt", "stub.pyi", ".git/hook.py", "venv/x.py", ".venv/x.py", "node_modules/x.py", "a/__pycache__/x.py", "lib/site-packages/x.py", "build/x.py", "dist/x.py"])
        {
            _folder.Write(path);
        }

        Check(["."], ["a.py", "a/z.py", "b.py"]);
    }

    [Fact]
    public void What_lies_deeper_than_a_path_may_be_long_is_told()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Neither half is too long, so that they can be made; one of them is then moved into the other.
        var name = new string('d', 200);
        var (upper, lower) = (string.Join('/', Enumerable.Repeat(name, 12)), string.Join('/', Enumerable.Repeat(name, 9)));
        _folder.Write($"upper/{upper}/a.py");
        _folder.Write($"lower/{lower}/b.py");
        Directory.Move(_folder.Combine("lower"), _folder.Combine($"upper/{upper}/lower"));
        try
        {
            var found = FileDiscovery.Find(["."], _folder.Path);

            found.Files.ShouldHaveSingleItem().Path.ShouldEndWith("/a.py");
            var problem = found.Problems.ShouldHaveSingleItem();
            problem.Message.ShouldBe("its path is longer than the 4095 bytes that the system opens");
            problem.Path.ShouldEndWith(name);
        }
        finally
        {
            Directory.Move(_folder.Combine($"upper/{upper}/lower"), _folder.Combine("lower"));
        }
    }

    [Fact]
    public void A_named_file_is_taken_whatever_it_is_called_and_wherever_it_is()
    {
        _folder.Write("script");
        _folder.Write("venv/x.py");

        Check(["script", "venv/x.py", "venv"], ["script", "venv/x.py"]);
    }

    [Fact]
    public void The_configuration_of_each_folder_says_what_is_left_out()
    {
        foreach (var path in (string[])["a.py", "build/a.py", "old/a.py", "sub/gen_a.py", "sub/a.py", "sub/old/a.py", "sub/build/a.py"])
        {
            _folder.Write(path);
        }

        _folder.Write("leaklens.toml", "exclude = ['old']");
        _folder.Write("sub/leaklens.toml", "extend-exclude = ['gen_*.py']");

        CheckConfigured(["."], ["a.py", "build/a.py", "sub/a.py", "sub/old/a.py"]);
    }

    [Fact]
    public void What_git_leaves_out_is_left_out_unless_the_configuration_says_otherwise()
    {
        foreach (var path in (string[])["a.py", "out/a.py", "gen_a.py", "sub/gen_a.py", "sub/a.py", "sub/out/a.py"])
        {
            _folder.Write(path);
        }

        _folder.Write(".git/HEAD", "");
        _folder.Write(".gitignore", "/out/\ngen_*.py\n");
        _folder.Write("sub/.gitignore", "!gen_a.py\n");

        CheckConfigured(["."], ["a.py", "sub/a.py", "sub/gen_a.py", "sub/out/a.py"]);
        CheckConfigured(["out", "gen_a.py"], ["gen_a.py", "out/a.py"]);
        _folder.Write("leaklens.toml", "respect-gitignore = false");
        CheckConfigured(["."], ["a.py", "gen_a.py", "out/a.py", "sub/a.py", "sub/gen_a.py", "sub/out/a.py"]);
    }

    [Fact]
    public void Outside_of_a_repository_a_gitignore_says_nothing()
    {
        _folder.Write("a.py");
        _folder.Write(".gitignore", "*.py\n");

        CheckConfigured(["."], ["a.py"]);
    }

    [Fact]
    public void A_named_file_is_left_out_only_if_the_configuration_insists()
    {
        _folder.Write("old/a.py");
        _folder.Write("leaklens.toml", "exclude = ['old']");
        CheckConfigured(["old/a.py"], ["old/a.py"]);

        _folder.Write("leaklens.toml", "exclude = ['old']\nforce-exclude = true");
        CheckConfigured(["old/a.py"], []);
        CheckConfigured(["old"], []);
        _folder.Write("sub/a.py");
        CheckConfigured([".", "sub"], ["sub/a.py"]);
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_said()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Shell("cd \"$0\" && mkdir \"$(printf 'd\\377')\" && touch a.py \"$(printf 'b\\377.py')\" \"$(printf 'b\\377.txt')\" \"$(printf 'd\\377/x.py')\"");
        var found = Find(".");
        Shell("cd \"$0\" && rm -r b* d*"); // no program of .NET could

        found.Files.Select(file => file.Path).ShouldBe(["a.py"]);
        found.Problems.Select(problem => $"{problem.Path}: {problem.Message}").ShouldBe(["b\uFFFD.py: its name is not UTF-8: it cannot be opened", "d\uFFFD: its name is not UTF-8: it cannot be opened"], ignoreOrder: true);
    }

    [Fact]
    public void A_file_is_taken_once_however_often_it_is_reached()
    {
        _folder.Write("a/x.py");

        Check(["a", "a/x.py", "./a/../a/x.py", _folder.Combine("a") + "/"], ["a/x.py"]);
    }

    [Fact]
    public void Names_may_hold_anything_that_the_system_allows()
    {
        _folder.Write("with space/ünï.py");
        if (!OperatingSystem.IsWindows())
        {
            _folder.Write("new\nline.py");
            Check(["."], ["new\nline.py", "with space/ünï.py"]);
        }
    }

    [Fact]
    public void Links_that_form_a_loop_end()
    {
        _folder.Write("a/x.py");
        Directory.CreateSymbolicLink(_folder.Combine("a/again"), _folder.Path);
        File.CreateSymbolicLink(_folder.Combine("gone.py"), _folder.Combine("nowhere.py"));

        Check(["."], ["a/x.py"]);
    }

    [Fact]
    public void A_link_that_leads_to_itself_is_said()
    {
        _folder.Write("x.py");
        File.CreateSymbolicLink(_folder.Combine("circle.py"), _folder.Combine("circle.py"));

        var found = Find(".");

        found.Files.Select(file => file.Path).ShouldBe(["x.py"]);
        found.Problems.Select(problem => $"{problem.Path}: {problem.Message}").ShouldBe(["circle.py: this link leads to itself"]);
    }

    [Fact]
    public void A_link_that_is_named_is_followed()
    {
        _folder.Write("a/x.py");
        Directory.CreateSymbolicLink(_folder.Combine("link"), _folder.Combine("a"));

        Check(["link"], ["link/x.py"]);
    }

    [Fact]
    public void A_missing_path_is_named_and_the_rest_is_found()
    {
        _folder.Write("a.py");
        var found = Find("nope.py", "a.py");

        found.Problems.Select(problem => $"{problem.Path}: {problem.Message}").ShouldBe(["nope.py: no such file or folder"]);
        found.Files.Select(file => file.Path).ShouldBe(["a.py"]);
    }

    [Fact]
    public void A_folder_without_python_is_named()
    {
        _folder.Write("docs/readme.md");
        _folder.Write("src/a.py");

        Find("docs", "src", "src").EmptyFolders.ShouldBe(["docs"]);
    }

    [Fact]
    public void Files_outside_the_working_folder_are_shown_relative_to_it()
    {
        _folder.Write("a/x.py");
        _folder.Write("b/y.py");

        FileDiscovery.Find(["../b"], _folder.Combine("a")).Files.Select(file => file.Path).ShouldBe(["../b/y.py"]);
    }

    private void Check(string[] paths, string[] expected)
    {
        var found = Find(paths);
        found.Problems.ShouldBeEmpty();
        found.Files.Select(file => file.Path).ShouldBe(expected);
    }

    private void CheckConfigured(string[] paths, string[] expected) =>
        FileDiscovery.Find(paths, new ConfigurationProvider(ConfigurationSource.Nearest(_folder.Path)), _folder.Path).Files.Select(file => file.Path).ShouldBe(expected);

    private DiscoveredFiles Find(params string[] paths) => FileDiscovery.Find(paths, _folder.Path);

    private void Shell(string script)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", script, _folder.Path]);
        shell.WaitForExit();
    }
}
