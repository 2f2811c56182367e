using System.Diagnostics;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Tests.Sizes;

namespace LeakLens.Engine.Tests.Modules;

public sealed class StandardLibraryTests
{
    [Python311Fact]
    public void It_holds_what_CPython_says_that_it_holds()
    {
        using var process = Process.Start(new ProcessStartInfo("python3", ["-c", "import sys; print(*sys.stdlib_module_names)"]) { RedirectStandardOutput = true, UseShellExecute = false }).ShouldNotBeNull();
        var names = process.StandardOutput.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

        names.Length.ShouldBeGreaterThan(250);
        names.ShouldAllBe(static name => StandardLibrary.Holds(name));
    }

    [Theory]
    [InlineData("os.path", true)]
    [InlineData("annotationlib", true)]
    [InlineData("numpy", false)]
    [InlineData("", false)]
    [InlineData(".os", false)]
    public void The_first_part_decides(string name, bool isOfIt) => StandardLibrary.Holds(name).ShouldBe(isOfIt);
}
