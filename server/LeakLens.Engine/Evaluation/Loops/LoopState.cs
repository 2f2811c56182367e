using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// The numbers and references that a loop changes, as they stand at the end of one trip. Parts are named by small ids that
/// are the same from trip to trip and lie in the order in which they were found.
/// </summary>
internal sealed class LoopState
{
    private Component[] _parts = [];
    private int[] _ids = [];

    /// <summary>By id: one more than where the part lies; zero for a part that is not there.</summary>
    private int[] _places = [];

    /// <summary>The same number for states that have the same parts.</summary>
    private uint _partsHash;

    public int Count { get; private set; }

    public ReadOnlySpan<Component> Parts => _parts.AsSpan(0, Count);

    /// <summary>The ids of <see cref="Parts"/>.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    public bool Has(int id) => id < _places.Length && _places[id] > 0;

    /// <summary>The value of a part that is there.</summary>
    public ref readonly Value this[int id] => ref _parts[_places[id] - 1].Value;

    /// <summary>A part that is there.</summary>
    public ref readonly Component Find(int id) => ref _parts[_places[id] - 1];

    public void Clear()
    {
        foreach (var id in Ids)
        {
            _places[id] = 0;
        }

        Array.Clear(_parts, 0, Count);
        Count = 0;
        _partsHash = 0;
    }

    public void Put(int id, HeapObject carrier, SlotKey key, in Value value)
    {
        if (id >= _places.Length)
        {
            Array.Resize(ref _places, Math.Max(16, Math.Max(id + 1, _places.Length * 2)));
        }

        if (_places[id] == 0)
        {
            if (Count == _parts.Length)
            {
                Array.Resize(ref _parts, Math.Max(8, Count * 2));
                Array.Resize(ref _ids, _parts.Length);
            }

            _ids[Count] = id;
            _partsHash += (uint)id * 2654435761;
            _places[id] = ++Count;
        }

        _parts[_places[id] - 1] = new Component(carrier, key, value);
    }

    public bool HasSameParts(LoopState other)
    {
        if (Count != other.Count || _partsHash != other._partsHash)
        {
            return false;
        }

        foreach (var id in Ids)
        {
            if (!other.Has(id))
            {
                return false;
            }
        }

        return true;
    }
}
