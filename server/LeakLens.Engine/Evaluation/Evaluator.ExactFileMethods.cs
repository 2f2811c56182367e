using System.Text;
using LeakLens.Engine.Evaluation.Files;
using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What is done with a file that the exact run opened: lines and texts are UTF-8, as on all systems that LeakLens speaks of.</summary>
internal sealed partial class Evaluator
{
    private Value? CallFileMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (target.Known is not OpenFile file)
        {
            return null;
        }

        if (file.IsClosed && name is not ("close" or "__exit__"))
        {
            return RaiseNew("ValueError", Value.OfText("I/O operation on closed file."), node);
        }

        switch (name)
        {
            case "write":
                return WriteFile(file, arguments[0], node);
            case "writelines":
                foreach (var line in RequireItems(arguments[0], node))
                {
                    WriteFile(file, line, node);
                }

                return Value.None;
            case "read" or "read1":
                return ReadFile(file, arguments[0], node);
            case "readline" or "readlines" when arguments.Positional.Count > 0:
                throw new NotDeterminedException();
            case "readline":
                return ReadLineOf(file, node);
            case "readlines":
                return ReadLinesOf(file, node);
            case "__next__":
                return file.Position < file.Content.Length ? ReadLineOf(file, node) : RaiseNew("StopIteration", Value.Absent, node);
            case "seek":
                return Seek(file, arguments, node);
            case "tell":
                return NewInt(file.Position, node);
            case "truncate":
                var size = arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= MostFiled } given } ? (int)given.Low : file.Position;
                CountFiled(0, file.Content.RoomFor(size));
                file.Content.Truncate(size);
                return NewInt(size, node);
            case "close" or "__exit__":
                Close(target, file);
                return Value.None;
            case "__iter__" or "__enter__":
                return Value.Of(target);
            case "readable":
                return Value.OfBool(file.Mode.Reads);
            case "writable":
                return Value.OfBool(file.Mode.Writes);
            case "seekable":
                return Value.OfBool(true);
            default:
                return name is "flush" ? Value.None : null;
        }
    }

    private void Close(HeapObject target, OpenFile file)
    {
        file.IsClosed = true;
        _heap.Set(target, SlotKey.Attribute("closed"), Value.OfBool(true));
    }

    private Value WriteFile(OpenFile file, Value written, SyntaxNode node)
    {
        var text = file.Mode.IsText ? KnownText(written) : null;
        var bytes = text is not null ? Encoding.UTF8.GetBytes(file.Newline is "\r\n" ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text) : file.Mode.IsText ? null : ContentOf(written);
        if (bytes is null || !file.Mode.Writes)
        {
            throw new NotDeterminedException();
        }

        file.Position = file.Mode.Appends ? file.Content.Length : file.Position;
        CountFiled(bytes.Length, file.Content.RoomFor(file.Position + bytes.Length));
        file.Content.Write(file.Position, bytes);
        file.Position += bytes.Length;
        return NewInt(text?.Length ?? bytes.Length, node);
    }

    private Value ReadFile(OpenFile file, Value count, SyntaxNode node)
    {
        var rest = Math.Max(0, file.Content.Length - file.Position);
        var most = count is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 } given } ? (int)Math.Min(given.Low, rest)
            : count.IsAbsent || count.Kind is ValueKind.None || count is { Kind: ValueKind.Int, Number: { IsExact: true, Low: < 0 } } ? rest
            : throw new NotDeterminedException();
        return Take(file, most, isAll: most == rest, node);
    }

    /// <summary>The next bytes of a file, or as many characters.</summary>
    private Value Take(OpenFile file, int count, bool isAll, SyntaxNode node)
    {
        if (!file.Mode.Reads)
        {
            throw new NotDeterminedException();
        }

        _budget.Step(1 + (count / FiledPerStep));
        var bytes = file.Content.Read(file.Position, count);
        if (!file.Mode.IsText)
        {
            file.Position += bytes.Length;
            return bytes.Length <= 1 ? Value.OfBytes(bytes) : Value.Of(NewContent(bytes, node));
        }

        var isAscii = bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7f) < 0;
        if (!isAll && !isAscii)
        {
            // So many characters are more bytes.
            bytes = ReadCharacters(file, count);
        }

        file.Position += bytes.Length;
        return StreamText(Translate(file, Encoding.UTF8.GetString(bytes)), node);
    }

    private static byte[] ReadCharacters(OpenFile file, int count)
    {
        const int MostPerCharacter = 4;
        var bytes = file.Content.Read(file.Position, (int)Math.Min((long)count * MostPerCharacter, int.MaxValue));
        var at = 0;
        for (var characters = 0; at < bytes.Length && characters < count; characters++)
        {
            at++;
            while (at < bytes.Length && (bytes[at] & 0xC0) == 0x80)
            {
                at++;
            }
        }

        return bytes[..at];
    }

    /// <summary>Line ends as the program reads them.</summary>
    private static string Translate(OpenFile file, string text)
    {
        if (text.Any(char.IsSurrogate) || (file.Newline is null or "" && HasLonelyReturn(text, file.Newline is null)))
        {
            throw new NotDeterminedException();
        }

        return file.Newline is null ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }

    /// <summary>A carriage return that no line feed follows ends a line by itself.</summary>
    private static bool HasLonelyReturn(string text, bool isTranslated)
    {
        for (var at = text.IndexOf('\r'); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 < text.Length ? text[at + 1] != '\n' : isTranslated)
            {
                return true;
            }
        }

        return false;
    }

    private Value ReadLineOf(OpenFile file, SyntaxNode node) => Take(file, file.Content.EndOfLine(file.Position) - file.Position, isAll: true, node);

    private Value ReadLinesOf(OpenFile file, SyntaxNode node)
    {
        var lines = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        while (file.Position < file.Content.Length)
        {
            Add(lines, ReadLineOf(file, node), node, "readlines");
        }

        return Value.Of(lines);
    }

    private Value Seek(OpenFile file, CallArguments arguments, SyntaxNode node)
    {
        var whence = arguments[1].IsAbsent ? 0 : arguments[1] is { Kind: ValueKind.Int, Number.IsExact: true } given ? given.Number.Low : -1;
        if (arguments[0] is not { Kind: ValueKind.Int, Number.IsExact: true } offset || whence is < 0 or > 2)
        {
            throw new NotDeterminedException();
        }

        var origin = whence switch
        {
            0 => 0,
            1 => file.Position,
            _ => file.Content.Length,
        };
        file.Position = (int)Math.Clamp(origin + offset.Number.Low, 0, MostFiled);
        return NewInt(file.Position, node);
    }
}
