using LeakLens.Python.Dumping;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests.CPython;

/// <summary>CPython's own standard library, its tests included, reads into the same trees and scopes here as there.</summary>
public sealed class LibraryTests
{
    /// <summary>One file in so many is read in the ordinary run.</summary>
    private const int Sample = 15;

    [CPythonTheory]
    [InlineData("dump")]
    [InlineData("dump-attributes")]
    [InlineData("symtable")]
    [InlineData("tokens")]
    public void A_sample_is_equal(string question) => Check(question, Sample);

    [CPythonTheory]
    [Trait("Category", "Proof")]
    [InlineData("dump")]
    [InlineData("dump-attributes")]
    [InlineData("symtable")]
    [InlineData("tokens")]
    public void The_whole_library_is_equal(string question) => Check(question, 1);

    /// <summary>The answers of CPython 3.14 about the same library are in library-3.14.txt, which pyodide.mjs writes.</summary>
    [CPythonFact]
    [Trait("Category", "Proof")]
    public void The_whole_library_is_equal_in_CPython_314()
    {
        var answers = File.ReadLines(Fixture.Find("library-3.14.txt")).Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var known = FindFiles(1).Select(file => (File: file, Answer: answers.GetValueOrDefault(Digest(File.ReadAllBytes(file))))).Where(pair => pair.Answer is not null).ToList();
        known.Count.ShouldBeGreaterThan(1000, "the library's files are others than those that CPython 3.14 was asked about");
        var different = known.Where(pair => !AgreesWith314(pair.File, pair.Answer!)).Select(pair => pair.File).ToList();
        different.Where(file => !KnownDifferences.Of314.ContainsKey(Path.GetFileName(file))).ShouldBeEmpty($"{different.Count} of {known.Count} files differ");
    }

    private static bool AgreesWith314(string file, string answer)
    {
        if (!SourceDecoder.TryDecode(File.ReadAllBytes(file), out var text, out _) || SyntaxTree.Parse(text) is not { Errors.IsEmpty: true } tree)
        {
            return answer == "ERROR";
        }

        return Digest(SurrogatePass.GetBytes(SyntaxDumper.Dump(tree, attributes: true, PythonVersion.Python314))) == answer;
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..16];

    private static void Check(string question, int every)
    {
        CPythonOracle.Library.ShouldNotBeNull(CPythonOracle.WhyMissing);
        var files = FindFiles(every);
        var different = files.Zip(CPythonOracle.Ask(question, files))
            .Where(pair => !Agrees(pair.First, pair.Second, question))
            .Select(pair => Path.GetRelativePath(CPythonOracle.Library, pair.First).Replace('\\', '/'))
            .Where(path => !(question == "tokens" ? KnownDifferences.OfTokens : KnownDifferences.Reasons).ContainsKey(path))
            .ToList();
        different.ShouldBeEmpty($"{different.Count} of {files.Count} files differ");
    }

    private static List<string> FindFiles(int every) => Directory
        .EnumerateFiles(CPythonOracle.Library!, "*.py", SearchOption.AllDirectories)
        .Where(file => !file.Contains("site-packages", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Where((_, index) => index % every == 0)
        .ToList();

    private static bool Agrees(string file, string answer, string question)
    {
        var isError = answer.StartsWith("ERROR", StringComparison.Ordinal);
        if (!SourceDecoder.TryDecode(File.ReadAllBytes(file), out var text, out _))
        {
            return isError;
        }

        var tree = SyntaxTree.Parse(text);
        // 3.11 finds an unknown future feature when it compiles the tree, 3.14 already when it makes it.
        if (isError || tree.Errors.Any(error => error.Code != SyntaxErrorCodes.FutureFeature))
        {
            // symtable also finds errors that a parser does not, such as `return` outside a function.
            return isError && (!tree.Errors.IsEmpty || question == "symtable");
        }

        return CPythonOracle.Hash(Answer(question, tree)) == answer;
    }

    private static string Answer(string question, SyntaxTree tree) => question switch
    {
        "symtable" => SymbolTableDescription.Of(tree.GetScopes()),
        "tokens" => TokenDescription.Of(tree),
        _ => SyntaxDumper.Dump(tree, question == "dump-attributes", PythonVersion.Python311),
    };
}
