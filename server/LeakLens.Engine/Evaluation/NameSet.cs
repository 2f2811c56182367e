namespace LeakLens.Engine.Evaluation;

/// <summary>A set of names. Most functions have few, which a short array holds in less room and time than a table would.</summary>
internal struct NameSet
{
    private const int MostInArray = 16;

    private static readonly string[] Nothing = [];

    private string[]? _few;
    private HashSet<string>? _many;

    public int Count { get; private set; }

    private readonly string[] Few => _few ?? Nothing;

    public readonly bool Contains(string name) => _many?.Contains(name) ?? IndexOf(name) >= 0;

    public void Add(string name)
    {
        if (_many is null && Count == MostInArray && IndexOf(name) < 0)
        {
            _many = new HashSet<string>(Few, StringComparer.Ordinal);
            _few = null;
        }

        if (_many is not null)
        {
            _many.Add(name);
            Count = _many.Count;
        }
        else if (IndexOf(name) < 0)
        {
            _few ??= new string[2];
            if (Count == _few.Length)
            {
                Array.Resize(ref _few, 2 * Count);
            }

            _few[Count++] = name;
        }
    }

    public void Remove(string name)
    {
        if (_many is not null)
        {
            _many.Remove(name);
            Count = _many.Count;
        }
        else if (IndexOf(name) is >= 0 and var at)
        {
            Few[at] = Few[--Count];
        }
    }

    /// <summary>Whether every name is in <paramref name="first"/> or in <paramref name="second"/>.</summary>
    public readonly bool IsWithin(in NameSet first, in NameSet second)
    {
        foreach (var name in this)
        {
            if (!first.Contains(name) && !second.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    public readonly Enumerator GetEnumerator() => new(this);

    private readonly int IndexOf(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(Few[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    internal struct Enumerator(NameSet set)
    {
        private HashSet<string>.Enumerator _ofMany = set._many?.GetEnumerator() ?? default;
        private int _next;

        public string Current { get; private set; } = string.Empty;

        public bool MoveNext()
        {
            if (set._many is not null)
            {
                if (!_ofMany.MoveNext())
                {
                    return false;
                }

                Current = _ofMany.Current;
                return true;
            }

            if (_next >= set.Count)
            {
                return false;
            }

            Current = set.Few[_next++];
            return true;
        }
    }
}
