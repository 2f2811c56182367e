namespace LeakLens.Engine.Taint;

/// <summary>What is known at one point of a function: by the path of a variable, an attribute or an item, as the program writes it.</summary>
internal sealed class TaintEnvironment
{
    private readonly Dictionary<string, TaintValue> _values;

    /// <summary>Something is known of an attribute or an item.</summary>
    private bool _hasParts;

    public TaintEnvironment()
        : this(new(StringComparer.Ordinal))
    {
    }

    private TaintEnvironment(Dictionary<string, TaintValue> values) => _values = values;

    /// <summary>Something asked for a size, and left when it was too much: what is read afterwards is bounded.</summary>
    public bool IsSizeChecked { get; set; }

    public TaintEnvironment Copy() => new(new(_values, StringComparer.Ordinal)) { IsSizeChecked = IsSizeChecked, _hasParts = _hasParts };

    public bool TryGet(string path, out TaintValue value) => _values.TryGetValue(path, out value);

    public void Set(string path, TaintValue value)
    {
        // What is known of parts of what was there is no longer true.
        if (_hasParts)
        {
            Forget(path + ".");
            Forget(path + "[");
        }

        Refine(path, value);
    }

    /// <summary>A fact about what is there, which nothing has replaced.</summary>
    public void Refine(string path, TaintValue value)
    {
        _hasParts |= path.AsSpan().IndexOfAny('.', '[') >= 0;
        _values[path] = value;
    }

    /// <summary>What is true on both ways; null stands for a way that does not come here.</summary>
    public static TaintEnvironment? Join(TaintEnvironment? left, TaintEnvironment? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        left._hasParts |= right._hasParts;
        foreach (var (path, value) in right._values)
        {
            if (left._values.TryGetValue(path, out var known))
            {
                left._values[path] = known.Or(value);
            }
            else if (path.AsSpan().IndexOfAny('.', '[') < 0)
            {
                left._values[path] = value;
            }
        }

        // What only one way knows of an attribute or an item, a check above all, is true on that way only.
        foreach (var path in !left._hasParts ? [] : left._values.Keys.Where(path => !right._values.ContainsKey(path) && path.AsSpan().IndexOfAny('.', '[') >= 0).ToArray())
        {
            left._values.Remove(path);
        }

        left.IsSizeChecked &= right.IsSizeChecked;
        return left;
    }

    private void Forget(string prefix)
    {
        List<string>? gone = null;
        foreach (var path in _values.Keys)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                (gone ??= []).Add(path);
            }
        }

        foreach (var path in gone ?? [])
        {
            _values.Remove(path);
        }
    }
}
