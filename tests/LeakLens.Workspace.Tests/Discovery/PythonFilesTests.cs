using System.Text;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Workspace.Tests.Discovery;

public sealed class PythonFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.py", true)]
    [InlineData("a.PYW", true)]
    [InlineData("a.ipynb", true)]
    [InlineData("a.pyi", false)]
    [InlineData("a.pyc", false)]
    [InlineData("py", false)]
    public void Names_say_what_is_python(string name, bool expected) => PythonFiles.HasPythonName(name).ShouldBe(expected);

    [Theory]
    [InlineData("#!/usr/bin/python3\n", true)]
    [InlineData("#!/usr/bin/env python3.11 -u\n", true)]
    [InlineData("#! /usr/bin/env -S PYTHONPATH=. pypy3\r\n", true)]
    [InlineData("#!python\n", true)]
    [InlineData("#!/usr/bin/env -S uv run --script\n", true)]
    [InlineData("#!/usr/bin/env -S uv pip\n", false)]
    [InlineData("#!/bin/sh\n# python\n", false)]
    [InlineData("#!/usr/bin/env pythonic\n", false)]
    [InlineData("#!/usr/bin/env\n", false)]
    [InlineData("import python\n", false)]
    [InlineData("", false)]
    public void A_first_line_names_the_interpreter(string start, bool expected) => PythonFiles.IsPythonShebang(Encoding.UTF8.GetBytes(start)).ShouldBe(expected);

    [Fact]
    public void A_script_without_an_extension_is_found_if_it_may_run()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var name in (string[])["tool", "note", "shell", "tool.txt"])
        {
            _folder.Write(name, name == "shell" ? "#!/bin/sh\n" : "#!/usr/bin/env python3\n");
            File.SetUnixFileMode(_folder.Combine(name), name == "note" ? UnixFileMode.UserRead : UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        FileDiscovery.Find(["."], _folder.Path).Files.Select(file => file.Path).ShouldBe(["tool"]);
    }
}
