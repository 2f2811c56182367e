namespace LeakLens.Python.Binding;

/// <summary>
/// Decides how each scope reaches its names, outer scopes first. What CPython's <c>analyze_block</c> does with sets is done here by
/// walking outwards: functions see what functions around them bind, classes are looked through.
/// </summary>
internal static class NameResolver
{
    public static void Resolve(Scope scope)
    {
        // Names that inner scopes need are added while this runs: those are resolved already.
        var count = scope.Growing.Length;
        for (var i = 0; i < count; i++)
        {
            var symbol = scope.Growing[i];
            symbol.Use = Decide(scope, symbol, symbol.Use);
        }

        foreach (var child in scope.GrowingChildren)
        {
            Resolve(child);
        }

        scope.Freeze();
    }

    /// <summary>Scopes that are never run capture nothing.</summary>
    public static void FreezeUnresolved(Scope scope)
    {
        foreach (var symbol in scope.Growing)
        {
            symbol.Use = symbol.IsBound ? SymbolUse.Local : SymbolUse.GlobalImplicit;
        }

        foreach (var child in scope.GrowingChildren)
        {
            FreezeUnresolved(child);
        }

        scope.Freeze();
    }

    private static SymbolUse Decide(Scope scope, Symbol symbol, SymbolUse decided)
    {
        if (decided == SymbolUse.Free)
        {
            return decided;
        }

        if ((symbol.Flags & SymbolFlags.Global) != SymbolFlags.None)
        {
            return SymbolUse.GlobalExplicit;
        }

        if (symbol.IsBound && (symbol.Flags & SymbolFlags.Nonlocal) == SymbolFlags.None)
        {
            return SymbolUse.Local;
        }

        return FindBinder(scope, symbol.Name) is { } binder ? Capture(scope, binder, symbol.Name) : SymbolUse.GlobalImplicit;
    }

    /// <summary>The function around that binds the name; <c>__class__</c> is bound by the class around.</summary>
    private static Scope? FindBinder(Scope scope, string name)
    {
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Kind == ScopeKind.Class && name is "__class__")
            {
                return outer;
            }

            if (!outer.IsFunctionLike || outer.Find(name) is not { } symbol)
            {
                continue;
            }

            switch (symbol.Use)
            {
                case SymbolUse.Local or SymbolUse.Cell:
                    return outer;
                case SymbolUse.GlobalExplicit or SymbolUse.GlobalImplicit:
                    return null;
                default:
                    // Free there: whoever binds it is further out.
                    break;
            }
        }

        return null;
    }

    /// <summary>The binder keeps the name in a cell, and every scope on the way passes it on.</summary>
    private static SymbolUse Capture(Scope scope, Scope binder, string name)
    {
        if (binder.Kind != ScopeKind.Class)
        {
            binder.GetOrAddMade(name).Use = SymbolUse.Cell;
        }

        for (var between = scope.Parent; between is not null && between != binder; between = between.Parent)
        {
            if (between.Find(name) is null)
            {
                between.GetOrAddMade(name).Use = SymbolUse.Free;
            }
        }

        return SymbolUse.Free;
    }
}
