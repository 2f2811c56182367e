using System.Buffers;

namespace LeakLens.Workspace.Notebooks;

/// <summary>
/// What a notebook understands and Python does not: lines for the shell, magic commands, questions for help. They become comments of the same
/// length, so that everything else stays where it is.
/// </summary>
public static class NotebookMagic
{
    private static readonly SearchValues<char> NoQuestion = SearchValues.Create("#'\"");

    /// <summary>Behind one of these an equals sign is that of a text, a comment or an argument.</summary>
    private static readonly SearchValues<char> NoTarget = SearchValues.Create("#'\"(");

    /// <summary>Magic for a whole cell whose lines are still Python; below any other they are not.</summary>
    private static readonly string[] PythonCellMagic = ["%%time", "%%timeit", "%%capture", "%%prun", "%%memit", "%%mprun"];

    public static string Hide(string cell)
    {
        if (!cell.AsSpan().ContainsAny('%', '!', '?'))
        {
            return cell;
        }

        var isForeign = IsForeign(cell);
        var letters = cell.ToCharArray();
        for (var start = 0; start < letters.Length;)
        {
            var length = letters.AsSpan(start).IndexOfAny('\n', '\r') is var at && at >= 0 ? at : letters.Length - start;
            HideLine(letters.AsSpan(start, length), isForeign);
            start += length + 1;
        }

        return new string(letters);
    }

    private static bool IsForeign(string cell)
    {
        var first = cell.AsSpan().TrimStart();
        if (!first.StartsWith("%%"))
        {
            return false;
        }

        foreach (var magic in PythonCellMagic)
        {
            if (first.StartsWith(magic, StringComparison.Ordinal) && (first.Length == magic.Length || char.IsWhiteSpace(first[magic.Length])))
            {
                return false;
            }
        }

        return true;
    }

    private static void HideLine(Span<char> line, bool isForeign)
    {
        var indentation = line.Length - ((ReadOnlySpan<char>)line).TrimStart().Length;
        var written = line[indentation..];
        if (written.IsEmpty)
        {
            return;
        }

        if (isForeign || written[0] is '%' or '!' or '?' || IsQuestion(written))
        {
            written[0] = '#';
            return;
        }

        HideAssigned(written);
    }

    private static bool IsQuestion(ReadOnlySpan<char> written) => written.TrimEnd() is [.., '?'] && !written.ContainsAny(NoQuestion);

    /// <summary><c>files = !ls</c> binds a value that is not known here.</summary>
    private static void HideAssigned(Span<char> written)
    {
        var equals = written.IndexOf('=');
        if (equals < 0 || written[..equals].ContainsAny(NoTarget))
        {
            return;
        }

        var value = written[(equals + 1)..];
        var start = value.Length - ((ReadOnlySpan<char>)value).TrimStart().Length;
        if (start < value.Length && (value[start] == '!' || (value[start] == '%' && start + 1 < value.Length && char.IsLetter(value[start + 1]))))
        {
            value[start..].Fill(' ');
            value[start] = '0';
        }
    }
}
