using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths.Tables;

/// <summary>
/// One of two tables that belong together: entries are taken out of the other one by their key, and nothing takes them out of this. That the other is looked
/// after says that keys come and go, and that what holds them stays.
/// </summary>
/// <param name="Entry">Where the table that is forgotten gets an entry.</param>
/// <param name="Release">Where the same key is taken out of the other one.</param>
/// <param name="IsFilledTogether">One function puts the very same key into both.</param>
/// <param name="IsCounted">Its values are numbers that count on.</param>
internal sealed record ForgottenTable(TableEntry Entry, TableEntry Release, bool IsFilledTogether, bool IsCounted)
{
    /// <summary>As the program writes it.</summary>
    public string Name => NameOf(Entry.Table);

    public string Other => NameOf(Release.Table);

    /// <summary>Why it stays, as the end of a sentence.</summary>
    public string Reason => $"never released: {Release.Function.Name}() takes the key out of {Other}, but nothing takes it out of {Name}";

    public string Advice => $"Take the key out of {Name} as well, where it is taken out of {Other}";

    public RelatedPlace Place => new(Release.Node.Span, $"here the key leaves {Other}, and stays in {Name}");

    private static string NameOf(Expression table) => table switch
    {
        Name name => name.Id,
        Python.Syntax.Attribute { Value: Name owner, Name: var attribute } => $"{owner.Id}.{attribute}",
        _ => "the table",
    };
}
