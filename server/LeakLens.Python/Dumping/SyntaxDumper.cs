using LeakLens.Python.Parsing;

namespace LeakLens.Python.Dumping;

/// <summary>Prints a tree as CPython prints it: the output equals <c>ast.dump(ast.parse(source), include_attributes=attributes)</c>.</summary>
public static class SyntaxDumper
{
    public static string Dump(SyntaxTree tree, bool attributes, PythonVersion version)
    {
        var positions = !attributes ? null : version == PythonVersion.Python311 ? new Positions311(tree.Text) : new Positions(tree.Text);
        var writer = new DumpWriter(positions, version);
        writer.Visit(tree.Root);
        return writer.ToString();
    }
}
