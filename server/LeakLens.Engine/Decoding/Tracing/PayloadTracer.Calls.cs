using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Names, members and calls.</summary>
internal sealed partial class PayloadTracer
{
    private static readonly Traced Builtins = new(new LibraryValue("builtins"));

    private static Traced Library(string name) => new(new LibraryValue(name), LibraryNames.ProvenanceOf(name));

    private static Traced Look(Name name, Frame frame)
    {
        if (frame.TryFind(name.Id, out var value))
        {
            return value;
        }

        return name.Id switch
        {
            "__builtins__" => Builtins,
            "__file__" => new Traced(IProgramFiles.Here + "/__file__.py"),
            _ when LibraryNames.IsBuiltin(name.Id) => Library("builtins." + name.Id),
            _ => Traced.Unknown,
        };
    }

    /// <param name="isDisguised">The name was not written as an attribute.</param>
    private Traced Member(Traced holder, string name, bool isDisguised)
    {
        switch (holder.Value)
        {
            case InstanceValue instance:
                if (instance.Attributes.TryGetValue(name, out var own))
                {
                    return own;
                }

                return instance.Type.Find(name) is { } member ? Take(member, holder) : Traced.Unknown;
            case ClassValue type:
                return type.Find(name) is { } found ? found : Traced.Unknown;
            case LibraryValue library:
                return MemberOfLibrary(library, name, holder.From | (isDisguised ? Provenance.Disguised : Provenance.None));
            case PathValue path:
                return name switch
                {
                    "parent" => new Traced(new PathValue(Parent(path.Path))),
                    "name" or "stem" or "suffix" => Traced.Unknown,
                    _ => new Traced(new MethodValue(holder, name)),
                };
            case FunctionValue or PartialValue:
                return Traced.Unknown;
            case null or MethodValue:
                return new Traced(null, holder.From, holder.Layers);
            default:
                return new Traced(new MethodValue(holder, name), holder.From);
        }
    }

    /// <summary>A method takes the object with it; a property is called.</summary>
    private Traced Take(Traced member, Traced self)
    {
        if (member.Value is not FunctionValue { Definition: FunctionDef definition } function)
        {
            return member;
        }

        var isPlain = definition.Decorators.Any(static decorator => decorator is Name { Id: "staticmethod" });
        if (isPlain)
        {
            return member;
        }

        var isProperty = definition.Decorators.Any(static decorator => decorator is Name { Id: "property" or "cached_property" } or Attribute { Name: "cached_property" });
        return isProperty ? CallFunction(function with { Self = self }, CallInput.Empty, Provenance.None) : member.Become(function with { Self = self });
    }

    private Traced EvaluateCall(Call call, Frame frame)
    {
        var callee = Evaluate(call.Function, frame);
        var positional = EvaluateAll(call.Arguments, frame);
        var named = new List<(string, Traced)>(call.Keywords.Length);
        foreach (var keyword in call.Keywords)
        {
            var value = Evaluate(keyword.Value, frame);
            if (keyword.Name is { } name)
            {
                named.Add((name, value));
            }
            else if (value.Value is MappingValue mapping)
            {
                named.AddRange(mapping.Order.OfType<string>().Select(key => (key, mapping.Entries[key])));
            }
        }

        var input = new CallInput(positional, named);
        return callee.Value is LibraryValue { Name: "builtins.globals" or "builtins.locals" or "builtins.vars" } && input.Count == 0
            ? new Traced(new LibraryValue("globals()"))
            : Invoke(callee, input, call, frame);
    }

    private Traced Invoke(Traced callee, CallInput input, Expression place, Frame frame)
    {
        if (!TryEnter())
        {
            return Traced.Unknown;
        }

        try
        {
            Step();
            switch (callee.Value)
            {
                case FunctionValue function:
                    return CallFunction(function, input, Provenance.None);
                case ClassValue type:
                    return new Traced(Instantiate(type, input));
                case InstanceValue instance when instance.Type.Find("__call__") is { Value: FunctionValue method }:
                    return CallFunction(method with { Self = callee }, input, Provenance.None);
                case PartialValue partial:
                    return Invoke(partial.Function, new CallInput([.. partial.Input.Positional, .. input.Positional], [.. partial.Input.Named, .. input.Named]), place, frame);
                case MethodValue method:
                    _known++;
                    return CallMethod(method, input, place, frame);
                case UnpackerValue unpacker:
                    return new Traced(new SequenceValue(SequenceKind.Tuple, [ApplyCodec(unpacker.Codec, input.At(0)), Traced.Unknown]));
                case LibraryValue:
                    var given = CallLibrary(callee, input, place, frame);
                    _known += given.Value is string or byte[] or System.Numerics.BigInteger ? 1 : 0;
                    return given;
                default:
                    return CallUnknown(callee, input, place);
            }
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Whatever it does: what it gives may be made of what it was given, and it may call what executes.</summary>
    private Traced CallUnknown(Traced callee, CallInput input, Expression place)
    {
        var given = input.First(static one => one.Value is LibraryValue { Name: var name } && LibraryNames.Executes(name));
        if (given.Value is not null)
        {
            var rest = new CallInput([.. input.All.Where(one => !ReferenceEquals(one.Value, given.Value)).SelectMany(one => one.Value is SequenceValue sequence ? sequence.Items : [one])], []);
            InvokeSink(given, rest, place);
        }

        return new Traced(null, (callee.From | input.From) & ~(Provenance.Pieces | Provenance.Disguised), callee.Layers ?? input.Layers);
    }

    private Traced CallLibrary(Traced callee, CallInput input, Expression place, Frame frame)
    {
        var name = callee.Value is LibraryValue library ? library.Name : string.Empty;
        NoteHandlers(name, input);
        if (LibraryNames.Executes(name) || LibraryNames.Loads(name))
        {
            return InvokeSink(callee, input, place);
        }

        if (CallBuiltin(name, input, place, frame) is { } known)
        {
            return known;
        }

        if (DecodeLibrary(name, input) is { } decoded)
        {
            return decoded;
        }

        if (OpenLibrary(name, input) is { } opened)
        {
            return opened;
        }

        CallUnknown(callee, input, place);
        return CallKnown(name, default, input) is { Value: not null } result ? result : Result(name, callee, input);
    }

    /// <summary>What a library gave back: an object whose members are known by name.</summary>
    private static Traced Result(string name, Traced callee, CallInput input) =>
        new(name.Length > LongestName ? null : new LibraryValue(name + "()"), (callee.From | LibraryNames.ProvenanceOf(name) | (input.From & (Provenance.Decoded | Provenance.File | Provenance.Outside | Provenance.Request))), input.Layers);
}
