using System.CommandLine;
using LeakLens.Python;
using LeakLens.Python.Dumping;
using LeakLens.Python.Parsing;

namespace LeakLens.Server.Cli;

/// <summary>Prints the tree that LeakLens reads out of a file, in CPython's words, so that the two can be compared.</summary>
internal sealed class SyntaxCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A Python file; `-` reads standard input" };
    private readonly Option<bool> _dump = new("--dump") { Description = "Print the tree as ast.dump(ast.parse(source)) prints it" };
    private readonly Option<bool> _attributes = new("--attributes") { Description = "Print line and column of each node too" };
    private readonly Option<string> _python = CreateChoice("--python", "Whose ast.dump to print like", "3.14", "3.11", "3.14");

    public SyntaxCommand()
        : base("syntax", "Print the syntax tree of a file, as CPython prints it")
    {
        Add(_file);
        Add(_dump);
        Add(_attributes);
        Add(_python);
    }

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "the file is Python"),
        ("1", "it has syntax errors; the tree is that of the statements around them"),
        ("2", "wrong usage, or the file cannot be read"),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        if (!arguments.GetValue(_dump))
        {
            throw new UsageException("`syntax` has one form: `leaklens syntax --dump FILE`");
        }

        var path = arguments.GetRequiredValue(_file);
        var tree = SyntaxTree.Parse(SourceInput.Read(path, host), host.Cancellation);
        var version = arguments.GetValue(_python) is "3.11" ? PythonVersion.Python311 : PythonVersion.Python314;
        SyntaxDumper.Dump(tree, arguments.GetValue(_attributes), version, part => host.Output.Write(part.Span));
        host.Output.WriteLine();
        foreach (var error in SourceInput.DescribeErrors(tree, path))
        {
            host.WriteError(error);
        }

        return tree.Errors.IsEmpty ? ExitCode.Clean : ExitCode.Found;
    }
}
