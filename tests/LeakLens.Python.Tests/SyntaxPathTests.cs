using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests;

public sealed class SyntaxPathTests
{
    private const string Source = "@cache\ndef f(a, b=[x]):\n    if a:\n        return b.c(d)[0]\nlast = 1\n";

    [Theory]
    [InlineData("cache", "Module FunctionDef Name")]
    [InlineData("x]", "Module FunctionDef Arguments List Name")]
    [InlineData("d)", "Module FunctionDef If Return Subscript Call Name")]
    [InlineData("0]", "Module FunctionDef If Return Subscript Constant")]
    [InlineData("last", "Module Assign Name")]
    [InlineData("def", "Module FunctionDef")]
    public void The_path_leads_from_the_module_to_the_innermost_node(string place, string kinds)
    {
        var tree = SyntaxTree.Parse(SourceText.From(Source));
        var path = SyntaxPath.Find(tree.Root, Source.IndexOf(place, StringComparison.Ordinal));
        string.Join(' ', path.Select(node => node.Kind)).ShouldBe(kinds);
    }
}
