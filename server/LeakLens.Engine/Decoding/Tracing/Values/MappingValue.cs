namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A dict whose keys are all known.</summary>
internal sealed class MappingValue
{
    /// <summary>By keys that are data; whole numbers and truths that are equal are one key.</summary>
    public Dictionary<object, Traced> Entries { get; } = [];

    public List<object> Order { get; } = [];

    public void Set(object key, Traced value)
    {
        if (Entries.TryAdd(key, value))
        {
            Order.Add(key);
        }
        else
        {
            Entries[key] = value;
        }
    }

    public void Remove(object key)
    {
        if (Entries.Remove(key))
        {
            Order.Remove(key);
        }
    }
}
