using System.Collections.Frozen;

namespace LeakLens.Engine.Rules.Stores.Data;

/// <summary>A method that writes to a store; places count arguments from 0, -1 is none.</summary>
/// <param name="Expiry">Arguments that let the key end.</param>
/// <param name="ExpiryFrom">From this place on, arguments without a name are an expiry.</param>
/// <param name="HasDefault">The client gives an expiry unless it is None.</param>
/// <param name="Grows">The value of one key grows; else each key is one more.</param>
/// <param name="IsQueue">Somebody else may take out what is put in.</param>
/// <param name="Caps">Arguments that limit the value.</param>
/// <param name="What">A word for messages.</param>
/// <param name="Bytes">What the store takes for one besides key and value.</param>
internal sealed record StoreWrite(
    string Store, int Key, int Value, int Member, int Offset, FrozenSet<string> Expiry, int ExpiryFrom, bool HasDefault, bool Grows, bool IsQueue, FrozenSet<string> Caps, string What, int Bytes);
