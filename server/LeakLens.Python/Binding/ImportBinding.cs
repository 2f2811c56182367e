using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>One name that an import binds, in the scope whose code does it. From is null for <c>import a.b</c>.</summary>
public sealed record ImportBinding(Scope Scope, Symbol Symbol, Alias Alias, ImportFrom? From)
{
    /// <summary>What the name stands for. <c>import a.b</c> binds <c>a</c>; the dots of a relative import stay in front.</summary>
    public string Target
    {
        get
        {
            if (From is not null)
            {
                return Join(From, Alias.Name);
            }

            return Alias.AsName is not null ? Alias.Name : Symbol.Name;
        }
    }

    internal static string Join(ImportFrom from, string name)
    {
        var dots = from.Level > 0 ? new string('.', from.Level) : string.Empty;
        return from.ModuleName is { Length: > 0 } module ? $"{dots}{module}.{name}" : dots + name;
    }
}
