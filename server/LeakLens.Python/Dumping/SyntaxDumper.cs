using System.Text;
using LeakLens.Python.Parsing;

namespace LeakLens.Python.Dumping;

/// <summary>Prints a tree as CPython prints it: the output equals <c>ast.dump(ast.parse(source), include_attributes=attributes)</c>.</summary>
public static class SyntaxDumper
{
    public static string Dump(SyntaxTree tree, bool attributes, PythonVersion version)
    {
        var output = new StringBuilder();
        Dump(tree, attributes, version, part => output.Append(part.Span));
        return output.ToString();
    }

    /// <summary>
    /// Hands over the output in parts, each to be used before the next: a dump has a hundred times the characters of its source, more
    /// than a string can hold.
    /// </summary>
    public static void Dump(SyntaxTree tree, bool attributes, PythonVersion version, Action<ReadOnlyMemory<char>> write)
    {
        var positions = !attributes ? null : version == PythonVersion.Python311 ? new Positions311(tree.Text) : new Positions(tree.Text);
        var writer = new DumpWriter(tree.Text.Text, positions, version, write);
        writer.Visit(tree.Root);
        writer.Flush();
    }
}
