using LeakLens.Python.Lexing;

namespace LeakLens.Python.Binding;

/// <summary>Where in a scope's list a name stands: a hash table of positions alone, a sixth of what a dictionary takes.</summary>
internal sealed class SymbolIndex
{
    /// <summary>Position + 1, or 0. At most half of it is in use.</summary>
    private int[] _positions = new int[64];

    /// <summary>How many symbols are in the table.</summary>
    private int _count;

    public Symbol? Find(Symbol[] symbols, string name)
    {
        var positions = _positions;
        for (var slot = FirstSlot(name); positions[slot] is not 0 and var position; slot = (slot + 1) & (positions.Length - 1))
        {
            var symbol = symbols[position - 1];
            if (ReferenceEquals(symbol.Name, name) || string.Equals(symbol.Name, name, StringComparison.Ordinal))
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>Takes in the symbols that have come.</summary>
    public void Update(ReadOnlySpan<Symbol> symbols)
    {
        if (symbols.Length * 2 > _positions.Length)
        {
            _positions = new int[_positions.Length * 4];
            _count = 0;
        }

        for (; _count < symbols.Length; _count++)
        {
            var slot = FirstSlot(symbols[_count].Name);
            while (_positions[slot] != 0)
            {
                slot = (slot + 1) & (_positions.Length - 1);
            }

            _positions[slot] = _count + 1;
        }
    }

    private int FirstSlot(string name)
    {
        var hash = NameTable.Hash(name) * 0x9E3779B9u;
        return (int)(hash ^ (hash >> 15)) & (_positions.Length - 1);
    }
}
