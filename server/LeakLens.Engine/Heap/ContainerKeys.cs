
namespace LeakLens.Engine.Heap;

/// <summary>Where a dict or set keeps what is known of its keys. The name cannot be written in Python.</summary>
internal static class ContainerKeys
{
    private static readonly SlotKey Slot = SlotKey.Attribute("<keys>");

    public static KeySet Of(HeapObject container) => container.Get(Slot).Keys ?? KeySet.Empty;

    public static void Set(AbstractHeap heap, HeapObject container, KeySet keys) => heap.Set(container, Slot, Value.Of(keys));
}
