using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>A call of a method of a store's client.</summary>
/// <param name="Store">For example <c>redis</c>.</param>
internal sealed record StoreCall(Call Call, string Store, string Method, Expression Client)
{
    public Expression? Argument(int place) => place >= 0 && place < Call.Arguments.Length ? Call.Arguments[place] : null;

    /// <summary>The key, by its place or by its usual names.</summary>
    public Expression? Key(int place) => Argument(place) ?? Keyword("name") ?? Keyword("key");

    public Expression? Keyword(string name) => Call.Keywords.FirstOrDefault(keyword => string.Equals(keyword.Name, name, StringComparison.Ordinal))?.Value;
}
