using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Functions and classes of the text: how they are made, called and decorated.</summary>
internal sealed partial class PayloadTracer
{
    private void Define(FunctionDef function, Frame frame)
    {
        var value = MakeFunction(function, function.Parameters, frame);
        _functions.Add(value);
        frame.Bind(function.Name, Decorate(new Traced(value), function.Decorators, frame));
    }

    private FunctionValue MakeFunction(SyntaxNode definition, Arguments parameters, Frame frame)
    {
        var defaults = new Dictionary<string, Traced>(StringComparer.Ordinal);
        var positional = parameters.PositionalOnly.AddRange(parameters.Positional);
        for (var i = 0; i < parameters.Defaults.Length; i++)
        {
            defaults[positional[positional.Length - parameters.Defaults.Length + i].Name] = Evaluate(parameters.Defaults[i], frame);
        }

        for (var i = 0; i < parameters.KeywordOnly.Length; i++)
        {
            if (parameters.KeywordDefaults[i] is { } given)
            {
                defaults[parameters.KeywordOnly[i].Name] = Evaluate(given, frame);
            }
        }

        return new FunctionValue(definition, parameters, frame, defaults);
    }

    private Traced Decorate(Traced value, IReadOnlyList<Expression> decorators, Frame frame)
    {
        for (var i = decorators.Count - 1; i >= 0; i--)
        {
            var decorator = Evaluate(decorators[i], frame);
            NoteHandler(decorator, value);

            // Most decorators wrap: what they give runs the function, which is run on its own as well.
            var result = decorator.Value is LibraryValue ? InvokeSink(decorator, new CallInput([value], []), decorators[i]) : Traced.Unknown;
            if (decorator.Value is LibraryValue { Name: "builtins.property" or "functools.cached_property" })
            {
                value = value.With(Provenance.None);
                continue;
            }

            value = result.Value is null ? value : result;
        }

        return value;
    }

    private void Define(ClassDef definition, Frame frame)
    {
        var bases = definition.Bases.Select(parent => Evaluate(parent, frame)).ToList();
        var body = new Frame(frame, definition, isClass: true);
        var type = new ClassValue(definition, [], bases);
        _classes[body] = type;
        RunBody(definition.Body, body);
        foreach (var (name, value) in body.Names)
        {
            type.Members[name] = value;
        }

        NoteHandlers(type);
        frame.Bind(definition.Name, Decorate(new Traced(type), definition.Decorators, frame));
    }

    private InstanceValue Instantiate(ClassValue type, CallInput input)
    {
        var instance = new InstanceValue(type, new Dictionary<string, Traced>(StringComparer.Ordinal));
        if (type.Find("__init__")?.Value is FunctionValue initialiser)
        {
            CallFunction(initialiser, input.Before([new Traced(instance)]), Provenance.None);
        }

        return instance;
    }

    /// <summary>What a function of the text gives back.</summary>
    /// <param name="missing">Where the arguments come from that nobody gave.</param>
    private Traced CallFunction(FunctionValue function, CallInput input, Provenance missing)
    {
        if (IsRunning(function, input) || !TryEnter())
        {
            return Traced.Unknown;
        }

        _running.Push((function, input));
        try
        {
            Step(4);
            _called.Add(function.Definition);
            var frame = new Frame(function.Around, function.Definition);
            BindParameters(function, input, frame, missing);
            switch (function.Definition)
            {
                case Lambda lambda:
                    return Evaluate(lambda.Body, frame);
                case FunctionDef definition:
                    RunBody(definition.Body, frame);
                    return frame.Yields is { } yields ? new Traced(new SequenceValue(SequenceKind.Iterator, yields)) : frame.Result ?? new Traced(KnownNone.Instance);
                default:
                    return Traced.Unknown;
            }
        }
        finally
        {
            _running.Pop();
            _depth--;
        }
    }

    /// <summary>A function that calls itself with what it was called with comes no nearer to an end.</summary>
    private bool IsRunning(FunctionValue function, CallInput input)
    {
        foreach (var (running, given) in _running)
        {
            if (ReferenceEquals(running.Definition, function.Definition) && Equals(running.Self?.Value, function.Self?.Value) && given.IsSame(input))
            {
                return true;
            }
        }

        return false;
    }

    private static void BindParameters(FunctionValue function, CallInput input, Frame frame, Provenance missing)
    {
        var parameters = function.Parameters;
        var positional = parameters.PositionalOnly.AddRange(parameters.Positional);
        input = function.Self is { } self ? input.Before([self]) : input;
        for (var i = 0; i < positional.Length; i++)
        {
            var name = positional[i].Name;
            frame.Names[name] = input.TryAt(i, name, out var given) ? given : function.Defaults.TryGetValue(name, out var standard) ? standard : new Traced(null, missing);
        }

        foreach (var parameter in parameters.KeywordOnly)
        {
            frame.Names[parameter.Name] = input.TryAt(-1, parameter.Name, out var given) ? given : function.Defaults.TryGetValue(parameter.Name, out var standard) ? standard : new Traced(null, missing);
        }

        if (parameters.VarArgs is { } rest)
        {
            frame.Names[rest.Name] = input.Count == 0 ? new Traced(null, missing) : new Traced(new SequenceValue(SequenceKind.Tuple, [.. input.Positional.Skip(positional.Length)]));
        }

        if (parameters.KeywordArgs is { } named)
        {
            frame.Names[named.Name] = new Traced(null, missing);
        }
    }
}
