using LeakLens.Python;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>The one file of a command that shows what LeakLens makes of it.</summary>
internal static class SourceInput
{
    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="UsageException">The file cannot be read as a text.</exception>
    public static SourceText Read(string path, CliHost host)
    {
        try
        {
            var bytes = path is StandardInput.Path
                ? StandardInput.Read(host)
                : DocumentLoader.ReadBytes(new ScanSource(path, Path.GetFullPath(path, host.WorkingFolder), IsNamed: true));
            return DocumentLoader.Decode(bytes);
        }
        catch (DocumentException exception)
        {
            throw new UsageException($"{DisplayWidth.Sanitize(path)}: {exception.Message}");
        }
    }

    /// <summary>The syntax errors of a tree, each with its place in front.</summary>
    public static IEnumerable<string> DescribeErrors(SyntaxTree tree, string path)
    {
        foreach (var error in tree.Errors)
        {
            var position = tree.Text.GetPosition(error.Span.Start, ColumnUnit.Utf32);
            yield return $"{DisplayWidth.Sanitize(path)}:{position.Line + 1}:{position.Column + 1}: {Wording.LowerFirst(error.Message.TrimEnd('.'))}";
        }
    }
}
