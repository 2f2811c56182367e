using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Facts;

/// <summary>What <see cref="GrowthLog"/> knows of the places of one object. The object holds it, so that the two are let go of together.</summary>
internal sealed class PlaceNotes
{
    private const int ScanUpTo = 12;

    private readonly List<PlaceNote> _notes = [];
    private Dictionary<SlotKey, int>? _index;

    /// <summary>The note of a place, made when there is none. Do not keep it over another call.</summary>
    public static ref PlaceNote Of(HeapObject storage, SlotKey place)
    {
        var notes = storage.Notes ??= new PlaceNotes();
        var at = notes.FindOrAdd(place);
        return ref CollectionsMarshal.AsSpan(notes._notes)[at];
    }

    private int FindOrAdd(SlotKey place)
    {
        if (_index is not null)
        {
            return FindOrAddIn(_index, place);
        }

        for (var i = 0; i < _notes.Count; i++)
        {
            if (_notes[i].Place.Equals(place))
            {
                return i;
            }
        }

        _notes.Add(new PlaceNote(place));
        if (_notes.Count > ScanUpTo)
        {
            _index = [];
            for (var i = 0; i < _notes.Count; i++)
            {
                _index.Add(_notes[i].Place, i);
            }
        }

        return _notes.Count - 1;
    }

    private int FindOrAddIn(Dictionary<SlotKey, int> index, SlotKey place)
    {
        if (!index.TryGetValue(place, out var at))
        {
            index.Add(place, at = _notes.Count);
            _notes.Add(new PlaceNote(place));
        }

        return at;
    }
}
