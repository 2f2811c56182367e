using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>The names of a function that runs, of a class body, a comprehension, or of the module.</summary>
internal sealed class Frame
{
    private HashSet<string>? _elsewhere;

    public Frame(Frame? around, SyntaxNode? function, bool isClass = false)
    {
        Around = around;
        Function = function;
        IsClass = isClass;
        Module = around?.Module ?? this;
        Depth = (around?.Depth ?? 0) + 1;
    }

    /// <summary>Where names are looked for that are not its own.</summary>
    public Frame? Around { get; }

    public Frame Module { get; }

    public SyntaxNode? Function { get; }

    public bool IsClass { get; }

    public int Depth { get; }

    public Dictionary<string, Traced> Names { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>What a function gives back, as far as it came to that.</summary>
    public Traced? Result { get; set; }

    /// <summary>What a generator has yielded.</summary>
    public List<Traced>? Yields { get; set; }

    /// <summary>The names are those of a frame further out.</summary>
    public void Declare(IEnumerable<string> names) => (_elsewhere ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(names);

    public bool TryFind(string name, out Traced value)
    {
        for (var frame = this; frame is not null; frame = frame.Around)
        {
            // A class body's names are seen by itself alone.
            if ((!frame.IsClass || ReferenceEquals(frame, this)) && frame.Names.TryGetValue(name, out value))
            {
                return true;
            }
        }

        value = Traced.Unknown;
        return false;
    }

    public void Bind(string name, Traced value)
    {
        var target = this;
        if (_elsewhere?.Contains(name) == true)
        {
            target = Around;
            while (target is not null && !target.Names.ContainsKey(name))
            {
                target = target.Around;
            }
        }

        (target ?? Module).Names[name] = value;
    }

    public Dictionary<string, Traced> Save() => new(Names, StringComparer.Ordinal);

    public void Restore(Dictionary<string, Traced> names) => Names = names;

    /// <summary>After one of two ways was taken: each name is what says more.</summary>
    public void Merge(Dictionary<string, Traced> other)
    {
        foreach (var (name, value) in other)
        {
            Names[name] = Names.TryGetValue(name, out var own) ? Traced.Prefer(value, own) : value;
        }
    }
}
