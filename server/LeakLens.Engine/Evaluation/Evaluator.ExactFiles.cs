using LeakLens.Engine.Evaluation.Files;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Files in the exact run. What the program wrote itself is known when it reads it again; what lay there before is not, and nothing
/// on the disk is ever looked at.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Bytes of all files together.</summary>
    private const int MostFiled = 48 << 20;

    private const int FiledPerStep = 256;

    /// <summary>Bytes of what is remembered about a file or a folder.</summary>
    private const int FiledEach = 512;

    private readonly ProgramFiles _files = new();
    private int _filed;

    /// <summary>Functions that open, make, find and remove files; null for all others, and for files that the program did not make.</summary>
    private Value? CallFileFunction(string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "open" or "io.open" or "builtins.open":
                return PathOf(Argument(arguments, 0, "file")) is { } path ? OpenPath(path, Argument(arguments, 0, "file"), Argument(arguments, 1, "mode"), Argument(arguments, 5, "newline"), node) : null;
            case "tempfile.TemporaryFile" or "tempfile.NamedTemporaryFile":
                return OpenTemporary(name, arguments, node);
            case "tempfile.mkdtemp":
                return NewTemporaryFolder(arguments, node);
            case "tempfile.TemporaryDirectory" when Models.FindType(name) is { } type:
                var folder = _heap.Allocate(type.Storage, node, _frame.Context, type);
                _heap.Set(folder, SlotKey.Attribute("name"), NewTemporaryFolder(arguments, node));
                return Value.Of(folder);
            default:
                return name.StartsWith("os.", StringComparison.Ordinal) || name.StartsWith("shutil.", StringComparison.Ordinal)
                    ? PathOf(arguments[0]) is { } known ? CallDiskFunction(name, known, arguments, node) : null
                    : null;
        }
    }

    private Value NewTemporaryFolder(CallArguments arguments, SyntaxNode node)
    {
        CountFiled(0, FiledEach);
        return NewText(_files.AddTemporaryFolder(TextOr(Argument(arguments, 1, "prefix"), "tmp"), TextOr(Argument(arguments, 0, "suffix"), string.Empty)), node);
    }

    private static string TextOr(Value value, string standard) => KnownText(value) ?? standard;

    /// <summary>The text of a path that is told as a text or as a path; null when it is not known.</summary>
    private static string? PathOf(Value value) => KnownText(value) ?? (value.Reference?.Known as KnownPath)?.Text;

    private Value? CallDiskFunction(string name, string path, CallArguments arguments, SyntaxNode node)
    {
        var content = _files.Find(path);
        switch (name)
        {
            case "os.path.exists" or "os.path.isfile" or "os.path.isdir":
                var isThere = (content is not null && name is not "os.path.isdir") || (_files.HasFolder(path) && name is not "os.path.isfile");
                return isThere || content is not null || _files.HasFolder(path) || _files.KnowsFolderOf(path) ? Value.OfBool(isThere) : null;
            case "os.path.getsize" when content is not null:
                return NewInt(content.Length, node);
            case "os.remove" or "os.unlink" when content is not null:
                _files.Remove(path);
                return Value.None;
            case "os.remove" or "os.unlink" when _files.KnowsFolderOf(path):
                return RaiseMissing(path, node);
            case "os.mkdir" or "os.makedirs" when _files.KnowsFolderOf(path):
                CountFiled(0, FiledEach + path.Length);
                _files.AddFolder(path);
                return Value.None;
            case "os.listdir" when _files.HasFolder(path):
                NoteFilesDrawn();
                return Value.Of(NewAppended([.. _files.NamesIn(path).Select(one => NewText(one, node))], node));
            case "os.rename" or "os.replace" or "shutil.move" when content is not null && PathOf(arguments[1]) is { } to:
                CountFiled(0, to.Length);
                _files.Remove(path);
                _files.Put(to, content);
                return Value.None;
            case "os.rmdir" or "shutil.rmtree" when _files.HasFolder(path):
                NoteFilesDrawn();
                _files.RemoveFolder(path);
                return Value.None;
            default:
                return null;
        }
    }

    private Value RaiseMissing(string path, SyntaxNode node) => RaiseNew("FileNotFoundError", NewText($"[Errno 2] No such file or directory: '{path}'", node), node);

    /// <summary>Opens a file; null when it is not known what is in it.</summary>
    private Value? OpenPath(string path, Value named, Value told, Value newline, SyntaxNode node)
    {
        if ((told.IsAbsent ? "r" : KnownText(told)) is not { } text || OpenMode.Of(text) is not { } mode)
        {
            return null;
        }

        var content = _files.Find(path);
        if (content is not null && mode.MustBeNew)
        {
            return RaiseNew("FileExistsError", Value.Absent, node);
        }

        if (content is null && !mode.IsNew)
        {
            if (!_files.KnowsFolderOf(path))
            {
                return null;
            }

            if (!mode.Appends)
            {
                return RaiseMissing(path, node);
            }
        }

        if (content is null)
        {
            CountFiled(0, FiledEach + path.Length);
            _files.Put(path, content = new FileContent());
        }
        else if (mode.IsNew)
        {
            _filed -= content.Room;
            content.Truncate(0);
        }

        return OpenContent(content, mode, newline, named, node);
    }

    private Value? OpenTemporary(string name, CallArguments arguments, SyntaxNode node)
    {
        var told = Argument(arguments, 0, "mode");
        if ((told.IsAbsent ? "w+b" : KnownText(told)) is not { } text || OpenMode.Of(text) is not { } mode)
        {
            return null;
        }

        var content = new FileContent();
        var path = Value.None;
        if (name is "tempfile.NamedTemporaryFile")
        {
            CountFiled(0, FiledEach);
            var known = _files.AddTemporaryFolder("tmp", string.Empty);
            _files.RemoveFolder(known);
            _files.Put(known, content);
            path = NewText(known, node);
        }

        return OpenContent(content, mode, Argument(arguments, 3, "newline"), path, node);
    }

    private Value? OpenContent(FileContent content, OpenMode mode, Value newline, Value path, SyntaxNode node)
    {
        var ends = newline.IsAbsent || newline.Kind == ValueKind.None ? null : KnownText(newline);
        if (ends is not (null or "" or "\n" or "\r\n") || Models.FindType("open_file") is not { } type)
        {
            return null;
        }

        var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
        made.Known = new OpenFile(content, mode, ends);
        _heap.Set(made, SlotKey.Attribute("name"), path);
        return Value.Of(made);
    }

    /// <summary>All files are looked through for those of one folder.</summary>
    private void NoteFilesDrawn() => _budget.Step(1 + (_files.Count / 2));

    /// <param name="bytes">What is written or read.</param>
    /// <param name="room">Bytes that are taken for it, and not given back.</param>
    private void CountFiled(int bytes, int room)
    {
        _budget.Step(1 + (bytes / FiledPerStep) + (room / FiledPerStep));
        _filed += room;
        if (_filed > MostFiled)
        {
            throw new NotDeterminedException();
        }
    }

    /// <summary>Methods of pathlib.Path that look at files; null for all others, and for files that the program did not make.</summary>
    private Value? CallPathMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node)
    {
        if (target.Known is not KnownPath { Text: var path })
        {
            return null;
        }

        switch (name)
        {
            case "open":
                return OpenPath(path, Value.Of(target), Argument(arguments, 0, "mode"), Argument(arguments, 4, "newline"), node);
            case "read_text" or "read_bytes":
                return OpenPath(path, Value.Of(target), Value.OfText(name is "read_text" ? "r" : "rb"), Value.Absent, node) is { } read
                    ? _afterCall == Completion.Normal && read.Reference is { } source ? CallFileMethod(source, "read", CallArguments.None, node) : read
                    : null;
            case "write_text" or "write_bytes":
                return OpenPath(path, Value.Of(target), Value.OfText(name is "write_text" ? "w" : "wb"), Value.Absent, node) is { Reference: { } written }
                    ? CallFileMethod(written, "write", new CallArguments([arguments[0]], []), node)
                    : null;
            case "exists" or "is_file" or "is_dir":
                return CallDiskFunction(name switch { "exists" => "os.path.exists", "is_file" => "os.path.isfile", _ => "os.path.isdir" }, path, arguments, node);
            case "unlink" when IsNo(Argument(arguments, 0, "missing_ok")) || Argument(arguments, 0, "missing_ok").IsAbsent || _files.Find(path) is not null:
                return CallDiskFunction("os.unlink", path, arguments, node);
            case "mkdir" or "rmdir":
                return CallDiskFunction("os." + name, path, arguments, node);
            case "rename" or "replace":
                return CallDiskFunction("os.rename", path, new CallArguments([Value.None, arguments[0]], []), node);
            case "iterdir" when _files.HasFolder(path):
                NoteFilesDrawn();
                var inside = _files.NamesIn(path).ConvertAll(one => Lower(KnownPath.Of([path, one]), node) ?? Value.Unknown);
                return Value.Of(MakeIterator(Value.Of(NewList([.. inside], inside.Count, node)), node));
            case "stat" when _files.Find(path) is { } content:
                var about = NewLibraryObject("os.stat_result", node);
                _heap.Set(about, SlotKey.Attribute("st_size"), NewInt(content.Length, node));
                return Value.Of(about);
            default:
                return null;
        }
    }

    private Value? CallFolderMethod(HeapObject folder, string name)
    {
        switch (name)
        {
            case "__exit__" or "cleanup" when PathOf(folder.Get(SlotKey.Attribute("name"))) is { } path:
                NoteFilesDrawn();
                _files.RemoveFolder(path);
                return Value.None;
            default:
                return null;
        }
    }
}
