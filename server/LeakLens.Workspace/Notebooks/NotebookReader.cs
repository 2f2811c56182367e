using LeakLens.Python.Text;

namespace LeakLens.Workspace.Notebooks;

/// <summary>Reads the cells out of a notebook's file (nbformat 4). A notebook of another language has none.</summary>
public static class NotebookReader
{
    public const string Extension = ".ipynb";

    public static bool IsNotebook(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="Documents.DocumentException">The text is not a notebook.</exception>
    public static NotebookText Read(SourceText file)
    {
        var cells = new List<List<TextSpan>>();
        var isPython = true;
        var cursor = new JsonCursor(file.Text);
        if (!cursor.TryTake('{'))
        {
            throw new Documents.DocumentException("not a notebook: it is no JSON object");
        }

        for (var isFirst = true; cursor.TryNext('}', ref isFirst);)
        {
            switch (cursor.TakeName())
            {
                case "cells" when cursor.TryTake('['):
                    ReadCells(file.Text, ref cursor, cells);
                    break;
                case "metadata" when cursor.TryTake('{'):
                    isPython = ReadLanguage(file.Text, ref cursor);
                    break;
                default:
                    cursor.SkipValue();
                    break;
            }
        }

        return NotebookText.Join(file, isPython ? cells : []);
    }

    private static void ReadCells(string text, ref JsonCursor cursor, List<List<TextSpan>> cells)
    {
        for (var isFirst = true; cursor.TryNext(']', ref isFirst);)
        {
            if (!cursor.TryTake('{'))
            {
                cursor.SkipValue();
                continue;
            }

            ReadCell(text, ref cursor, cells);
        }
    }

    /// <summary>Every cell has its place in the list, so that it is counted as people count; only code has lines.</summary>
    private static void ReadCell(string text, ref JsonCursor cursor, List<List<TextSpan>> cells)
    {
        var isCode = false;
        var lines = new List<TextSpan>();
        for (var isFirst = true; cursor.TryNext('}', ref isFirst);)
        {
            switch (cursor.TakeName())
            {
                case "cell_type" when cursor.IsNext('"'):
                    isCode = Is(text, cursor.TakeString(), "code");
                    break;
                case "source" when cursor.IsNext('"'):
                    lines.Add(cursor.TakeString());
                    break;
                case "source" when cursor.TryTake('['):
                    ReadLines(ref cursor, lines);
                    break;
                default:
                    cursor.SkipValue();
                    break;
            }
        }

        cells.Add(isCode ? lines : []);
    }

    private static void ReadLines(ref JsonCursor cursor, List<TextSpan> lines)
    {
        for (var isFirst = true; cursor.TryNext(']', ref isFirst);)
        {
            if (cursor.IsNext('"'))
            {
                lines.Add(cursor.TakeString());
            }
            else
            {
                cursor.SkipValue();
            }
        }
    }

    /// <summary>A kernel that says nothing of its language is taken for Python's.</summary>
    private static bool ReadLanguage(string text, ref JsonCursor cursor)
    {
        var isPython = true;
        for (var isFirst = true; cursor.TryNext('}', ref isFirst);)
        {
            var key = cursor.TakeName() switch
            {
                "kernelspec" => "language",
                "language_info" => "name",
                _ => null,
            };
            if (key is null || !cursor.TryTake('{'))
            {
                cursor.SkipValue();
                continue;
            }

            isPython &= ReadLanguage(text, ref cursor, key);
        }

        return isPython;
    }

    private static bool ReadLanguage(string text, ref JsonCursor cursor, string key)
    {
        var isPython = true;
        for (var isFirst = true; cursor.TryNext('}', ref isFirst);)
        {
            if (cursor.TakeName().SequenceEqual(key) && cursor.IsNext('"'))
            {
                isPython = Is(text, cursor.TakeString(), "python");
            }
            else
            {
                cursor.SkipValue();
            }
        }

        return isPython;
    }

    private static bool Is(string text, TextSpan span, string word) => text.AsSpan(span.Start, span.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
