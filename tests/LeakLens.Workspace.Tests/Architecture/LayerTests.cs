using System.Xml.Linq;

namespace LeakLens.Workspace.Tests.Architecture;

/// <summary>Dependencies point one way, and what a room must not touch it cannot touch.</summary>
public sealed class LayerTests
{
    [Theory]
    [InlineData("LeakLens.Python")]
    [InlineData("LeakLens.Engine", "LeakLens.Python")]
    [InlineData("LeakLens.Deployment", "LeakLens.Engine")]
    [InlineData("LeakLens.Workspace", "LeakLens.Deployment")]
    [InlineData("LeakLens.Server", "LeakLens.Workspace")]
    public void A_room_knows_only_the_room_before_it(string project, params string[] expected)
    {
        var references = ReadProject(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        references.ShouldBe(expected);
    }

    [Fact]
    public void The_front_end_has_no_packages_and_the_engine_reads_its_models_with_the_json_library_of_the_project()
    {
        PackagesOf("LeakLens.Python").ShouldBeEmpty();
        PackagesOf("LeakLens.Engine").ShouldBe(["Newtonsoft.Json"]);
        PackagesOf("LeakLens.Deployment").ShouldBe(["YamlDotNet"]);
    }

    [Theory]
    [InlineData("LeakLens.Python", "N:System.IO;", "N:System.Net;", "T:System.Console;", "T:System.Diagnostics.Process;")]
    [InlineData("LeakLens.Engine", "N:System.IO;", "N:System.Net;", "T:System.Console;", "T:System.Diagnostics.Process;")]
    [InlineData("LeakLens.Deployment", "N:System.IO;", "N:System.Net;", "T:System.Console;", "T:System.Diagnostics.Process;", "T:YamlDotNet.Serialization.Deserializer;")]
    [InlineData("LeakLens.Workspace", "N:System.Net;", "T:System.Console;", "T:System.Diagnostics.Process;")]
    [InlineData("LeakLens.Server", "N:System.Net;")]
    public void What_a_room_must_not_touch_is_banned_at_compile_time(string project, params string[] banned)
    {
        var symbols = File.ReadAllText(RepositoryFolder.Combine("server", project, "BannedSymbols.txt"));

        banned.ShouldAllBe(symbol => symbols.Contains(symbol, StringComparison.Ordinal));
        File.ReadAllText(RepositoryFolder.Combine("server", "Directory.Build.props")).ShouldContain("BannedSymbols.txt");
    }

    [Fact]
    public void Nothing_loads_assemblies_or_runs_programs_but_git()
    {
        string[] forbidden = ["Assembly.Load", "Process.Start(", "Activator.CreateInstance", "BinaryFormatter", "CSharpScript"];

        // git is asked which files have changed, with everything switched off that a repository could have it run.
        SourceFile.All("server").Where(file => file.Lines.Any(line => forbidden.Any(word => line.Contains(word, StringComparison.Ordinal)))).Select(file => file.Path)
            .ShouldBe(["server/LeakLens.Server/Git/GitCommand.cs"]);
    }

    [Fact]
    public void Namespaces_are_the_folders()
    {
        foreach (var file in SourceFile.All("server"))
        {
            var declared = file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            if (declared is not null)
            {
                $"{file.Path}: {declared}".ShouldBe($"{file.Path}: namespace {ExpectedNamespace(file.Path)};");
            }
        }
    }

    [Fact]
    public void No_file_outside_the_tests_forgives_a_null_without_a_listed_reason()
    {
        var forgiving = new System.Text.RegularExpressions.Regex(@"[\w\)\]]!(?=[.;,)\[])", default, TimeSpan.FromSeconds(1));

        var found = SourceFile.All("server").Where(file => file.Lines.Any(line => forgiving.IsMatch(StripText(line)))).Select(file => $"{file.Path}: !");
        StyleExceptions.Check(found, subject => subject.EndsWith(": !", StringComparison.Ordinal));
    }

    /// <summary>Syntax nodes share one namespace: their folders only sort them.</summary>
    private static string ExpectedNamespace(string path)
    {
        var folder = Path.GetDirectoryName(path)!.Replace('\\', '/')["server/".Length..];
        return folder.StartsWith("LeakLens.Python/Syntax", StringComparison.Ordinal) ? "LeakLens.Python.Syntax" : folder.Replace('/', '.');
    }

    private static IEnumerable<string?> PackagesOf(string project) => ReadProject(project).Descendants("PackageReference").Select(reference => reference.Attribute("Include")?.Value);

    private static string StripText(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        var code = comment < 0 ? line : line[..comment];
        return string.Concat(code.Split('"').Where((_, index) => index % 2 == 0));
    }

    private static XDocument ReadProject(string name) => XDocument.Load(RepositoryFolder.Combine("server", name, $"{name}.csproj"));
}
