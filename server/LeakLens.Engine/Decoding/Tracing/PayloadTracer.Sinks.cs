using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Where code is executed, loaded or started.</summary>
internal sealed partial class PayloadTracer
{
    /// <summary>Notes what arrives where code is executed. Gives what the call gives back, as far as that is known.</summary>
    private Traced InvokeSink(Traced callee, CallInput input, Expression place)
    {
        if (callee.Value is not LibraryValue { Name: var name })
        {
            return Traced.Unknown;
        }

        var isDisguised = (callee.From & Provenance.Disguised) != Provenance.None;
        if (LibraryNames.Set("starts").Contains(name))
        {
            return NoteStart(name, input, place, isDisguised);
        }

        if (LibraryNames.Set("runsFiles").Contains(name) || LibraryNames.Set("loadsModels").Contains(name))
        {
            var kind = LibraryNames.Set("runsFiles").Contains(name) ? ExecutionKind.File : ExecutionKind.Load;
            return NoteFile(kind, name, input, place, isDisguised);
        }

        if (LibraryNames.Set("unpickles").Contains(name))
        {
            var data = input.At(0).Value is FileValue file ? file.Content : input.At(0);
            Note(new Execution(ExecutionKind.Pickle, place, name, data.Assemble(), _entry, isDisguised));
            return new Traced(new LibraryValue(name + "()"), data.From | Provenance.Decoded, Layer.Add(data.Layers, "pickle", null));
        }

        if (LibraryNames.Set("commands").Contains(name))
        {
            return NoteCommand(name, input, place, isDisguised);
        }

        return LibraryNames.Executes(name) ? Execute(callee, name, input, place, isDisguised) : Traced.Unknown;
    }

    private Traced Execute(Traced callee, string name, CallInput input, Expression place, bool isDisguised)
    {
        var given = input.TryAt(0, "source", out var source) ? source : input.At(0, "object");
        if (name is "builtins.compile")
        {
            return new Traced(new CodeValue(OfCode(given)), given.From | (callee.From & Provenance.Disguised), given.Layers);
        }

        var code = OfCode(given);
        if (isDisguised)
        {
            Note(new Execution(ExecutionKind.Disguise, place, name, callee, _entry, IsDisguised: true));
        }

        Note(new Execution(ExecutionKind.Code, place, name, code, _entry, isDisguised));
        if (name is "builtins.eval" && code.Value is string text && text.Length <= LongestExpression && EvaluateLiteral(text, _module) is { } value)
        {
            return value with { From = value.From | (code.From & Provenance.Decoded), Layers = code.Layers };
        }

        return new Traced(null, code.From & ~Provenance.Pieces);
    }

    private static Traced OfCode(Traced given)
    {
        var code = given.Value switch
        {
            CodeValue compiled => compiled.Source,
            FileValue file => file.Content,
            SequenceValue { Kind: SequenceKind.Buffer } buffer => new Traced(ToBytes(buffer), given.From, given.Layers),
            _ => given,
        };
        return code.Assemble();
    }

    private Traced NoteFile(ExecutionKind kind, string name, CallInput input, Expression place, bool isDisguised)
    {
        var index = LibraryNames.Set("secondIsPath").Contains(name) ? 1 : 0;
        var given = input.TryAt(index, "location", out var path) || input.TryAt(index, "path", out path) ? path : input.At(index);
        var content = given.Value is FileValue file ? file.Content : PathOf(given) is { } known ? Read(known, isBinary: true) : new Traced(null, given.From | Provenance.File, given.Layers);
        if (name is "builtins.execfile" or "runpy.run_path" || kind is ExecutionKind.Load || content.Layers?.File is not null)
        {
            Note(new Execution(kind, place, name, content, _entry, isDisguised));
        }

        return new Traced(new LibraryValue(name + "()"), content.From, content.Layers);
    }

    /// <summary><c>subprocess.run([sys.executable, "-c", code])</c> runs code as <c>exec</c> does.</summary>
    private Traced NoteCommand(string name, CallInput input, Expression place, bool isDisguised)
    {
        var parts = input.At(0, "args").Value is SequenceValue list ? list.Items : [.. input.Positional];
        var option = parts.FindIndex(static part => part.Value is "-c");
        if (option > 0 && option + 1 < parts.Count && (parts[option + 1].From & Provenance.Decoded) != Provenance.None)
        {
            Note(new Execution(ExecutionKind.Code, place, name, OfCode(parts[option + 1]), _entry, isDisguised));
        }
        else if (isDisguised && (input.From & Provenance.Decoded) != Provenance.None)
        {
            Note(new Execution(ExecutionKind.Disguise, place, name, new Traced(new LibraryValue(name), Provenance.Disguised), _entry, IsDisguised: true));
        }

        return new Traced(new LibraryValue(name + "()"), Provenance.Outside);
    }

    private Traced NoteStart(string name, CallInput input, Expression place, bool isDisguised)
    {
        var isTimer = name.EndsWith("Timer", StringComparison.Ordinal);
        var target = isTimer ? input.At(1, "function") : input.TryAt(-1, "target", out var given) ? given : input.At(1);
        if (target.Value is LibraryValue { Name: var library } && LibraryNames.Executes(library))
        {
            // Thread(target=exec, args=(code,)): the code runs when the thread starts.
            var arguments = input.TryAt(isTimer ? 2 : 3, "args", out var args) && Items(args) is { } items ? items : [];
            InvokeSink(target, new CallInput(arguments, []), place);
        }

        var function = target.Value as FunctionValue;
        Note(new Execution(ExecutionKind.Start, place, name, Traced.Unknown, _entry, isDisguised) { Target = function?.Definition as FunctionDef });
        if (isTimer && function is not null)
        {
            _handlers.TryAdd(function.Definition, "a timer");
        }

        return new Traced(new LibraryValue(name + "()"));
    }
}
